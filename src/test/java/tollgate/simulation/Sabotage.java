package tollgate.simulation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import tollgate.engine.Duty;
import tollgate.engine.MemoryStore;
import tollgate.engine.News;
import tollgate.engine.Payments;
import tollgate.ledger.Posting;
import tollgate.payment.Code;
import tollgate.payment.Effect;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.simulation.Saboteur.Habit;

/** Parts broken on purpose, to see that the auditor notices. Each constant breaks one thing. */
enum Sabotage {
  NONE(new Saboteur()),

  /** The store saves whatever it is given, read however long ago. */
  NO_VERSION_GUARD(
      Saboteur.payments(
          (honest, store) -> new BrokenPayments(honest, c -> Twists.asIfReadNow(c, store)))),

  /** A sale is credited under a second cause as well. */
  CREDITED_TWICE(Saboteur.saving(Twists::creditedTwice)),

  /** The success is saved and its posting is not. */
  NOT_CREDITED(Saboteur.saving(c -> Twists.with(c, List.of(), c.tasks(), c.webhooks()))),

  /** The end of a payment is saved and the duty to tell it is not. */
  DUTY_NOT_KEPT(Saboteur.saving(c -> Twists.with(c, c.postings(), List.of(), c.webhooks()))),

  /** A callback that could not be kept is acknowledged all the same. */
  EVENT_DROPPED(Saboteur.engine(Twists::acknowledged)),

  /** A gateway may speak of payments that do not go through it. */
  ANY_GATEWAY(
      Saboteur.engine((engine, news) ->
          engine.handle(new News(news.payment(), news.event(), null, news.done())))),

  /** A claimed duty leaves the outbox before it is done. */
  OUTBOX_FORGETS(
      Saboteur.outbox(
          honest -> new Claims(honest, all -> all.stream().peek(honest::done).toList()))),

  /** What was put off is never taken up again. */
  OUTBOX_GIVES_UP(Saboteur.outbox(honest -> new GivesUp(honest, _ -> true))),

  /** A notice is written anew for every attempt. */
  TEXT_CHANGES(
      Saboteur.outbox(
          honest -> new Claims(honest, all -> all.stream().map(Twists::rewritten).toList()))),

  /** The limit is held when the provider should only have been asked. */
  TIMER_EARLY(
      Saboteur.timers(honest ->
          rowsMax ->
              honest.due(rowsMax).map(all -> all.stream().map(Twists::atItsLimit).toList()))),

  /** The limit is never held by itself. */
  TIMER_NEVER(
      Saboteur.timers(honest ->
          rowsMax ->
              honest.due(rowsMax).map(all -> all.stream().filter(due -> !due.limit()).toList()))),

  /** What came after the end is credited as a sale as well. */
  LATE_CREDITED_TWICE(Saboteur.saving(Twists::lateCreditedTwice)),

  /** A link becomes a sale whatever has become of it since it was read. */
  LINK_UNGUARDED(
      Saboteur.payments((honest, store) ->
          new BrokenPayments(
              honest, c -> Twists.isConfirmed(c) ? Twists.asIfReadNow(c, store) : c))),

  /** Nobody looks whether a link has ended. */
  LINK_NEVER_ENDS(Saboteur.payments((honest, _) -> new EndlessLinks(honest))),

  /** A link that was taken back is credited as if it had been paid. */
  LINK_BACK_CREDITED(Saboteur.saving(Twists::creditedThoughTakenBack)),

  /** The merchant hears that the link is taken back, and the customer has confirmed it. */
  LINK_BACK_A_LIE(Saboteur.engine(Twists::takenBack)),

  /** Every repeat of a payout is a new payout to the provider. */
  PAYOUT_SENT_TWICE(
      new Saboteur() {
        @Override
        String key(Duty duty) {
          return duty.effect() == Effect.CALL_PROVIDER ? duty.toString() : super.key(duty);
        }
      }),

  /** Every repeat of a refund is a new refund to the provider. */
  REFUND_SENT_TWICE(
      new Saboteur() {
        @Override
        String key(Duty duty) {
          return duty.effect() == Effect.REFUND_AT_PROVIDER ? duty.toString() : super.key(duty);
        }
      }),

  /** A refund that the provider would execute again is sent again. */
  ONCE_SENT_TWICE(Saboteur.without(Habit.SENDS_ONCE)),

  /** A payout goes out before it is kept that it may have. */
  SENT_UNMARKED(Saboteur.without(Habit.MARKS_PAYOUTS)),

  /** Silence about a payout is taken for a no. */
  DOUBT_IS_A_NO(
      new Saboteur() {
        @Override
        ProviderEvent heard(Duty duty, ProviderEvent event) {
          return event instanceof Doubtful ? new PayoutDeclined(Code.NETWORK_ERROR, "") : event;
        }
      }),

  /** A no to a repeat is taken for a no to the payout. */
  REPEAT_BELIEVED(Saboteur.without(Habit.DOUBTS_REFUSED_REPEATS)),

  /** A refund that would be given again goes out before it is kept that it may have. */
  REFUND_UNMARKED(Saboteur.without(Habit.MARKS_REFUNDS)),

  /** That a refund's number is refused, as it was used, is taken for a no to the refund. */
  REFUSED_NUMBER_BELIEVED(Saboteur.without(Habit.DOUBTS_REFUSED_NUMBERS)),

  /** A bell is answered, and nobody looks. */
  BELL_UNHEEDED(Saboteur.without(Habit.HEEDS_BELLS)),

  /** For what is paid a bell is never answered. */
  SECOND_BELL_UNHEEDED(Saboteur.without(Habit.HEEDS_SECOND_BELLS)),

  /** A bell is taken for a success. */
  BELL_BELIEVED(Saboteur.without(Habit.DOUBTS_BELLS)),

  /** Whatever a provider asks, it may take the money. */
  ANYBODY_LET_IN(Saboteur.without(Habit.JUDGES_INQUIRIES)),

  /** What cannot be cancelled is forgotten. */
  NOT_ASKED_AT_LAST(Saboteur.without(Habit.ASKS_ONCE_MORE)),

  /** What a customer paid a second time is ignored. */
  SECOND_SUM_IGNORED(Saboteur.payments((honest, _) -> new Careless(honest))),

  /** A payout or refund that was declined is saved, and its money stays set aside. */
  NOT_RELEASED(Saboteur.saving(change -> Twists.without(Posting.Kind.RELEASE, change))),

  /** A payout or refund is done, and its money stays set aside. */
  NOT_SETTLED(Saboteur.saving(change -> Twists.without(Posting.Kind.SETTLE, change))),

  /** Twice as much is given back as was asked for, where that is more than was paid. */
  REFUND_ABOVE_SALE(Saboteur.saving(Twists::refundDoubled)),

  /** A refund that ended is forgotten when the next one begins. */
  REFUND_FORGOTTEN(Saboteur.saving(Twists::refundForgotten)),

  /** Everybody is taken to be rich, and nothing holds the balance above zero. */
  SPENT_WITHOUT_MONEY(
      new Saboteur() {
        @Override
        MemoryStore store(InstantSource clock, Duration lease) {
          return MemoryStore.withoutFloor(clock, lease);
        }

        @Override
        Payments of(Payments honest, MemoryStore store) {
          return new Rich(honest);
        }
      }),

  /** A payout in doubt is nobody's duty any more. */
  PAYOUT_GIVEN_UP(Saboteur.outbox(honest -> new GivesUp(honest, Twists::isPayout))),

  /** A refund in doubt is nobody's duty any more. */
  REFUND_GIVEN_UP(
      Saboteur.outbox(
          honest -> new GivesUp(honest, duty -> duty.effect() == Effect.REFUND_AT_PROVIDER)));

  @SuppressWarnings("ImmutableEnumChecker") // It remembers nothing.
  private final Saboteur saboteur;

  Sabotage(Saboteur saboteur) {
    this.saboteur = saboteur;
  }

  Saboteur saboteur() {
    return saboteur;
  }
}
