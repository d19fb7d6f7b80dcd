package tollgate.simulation;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import tollgate.engine.Change;
import tollgate.engine.Duty;
import tollgate.engine.Engine;
import tollgate.engine.Handled;
import tollgate.engine.MemoryStore;
import tollgate.engine.News;
import tollgate.engine.Outbox;
import tollgate.engine.Payments;
import tollgate.engine.Timers;
import tollgate.ledger.Posting;
import tollgate.payment.Code;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Effect;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Sales;

/** Parts broken on purpose, to see that the auditor notices. Each constant breaks one thing. */
enum Sabotage {
  NONE,

  /** The store saves whatever it is given, read however long ago. */
  NO_VERSION_GUARD {
    @Override
    Payments of(Payments honest, MemoryStore store) {
      return new BrokenPayments(honest, change -> Twists.asIfReadNow(change, store));
    }
  },

  /** A sale is credited under a second cause as well. */
  CREDITED_TWICE(Twists::creditedTwice),

  /** The success is saved and its posting is not. */
  NOT_CREDITED(c -> Twists.with(c, List.of(), c.tasks(), c.webhooks())),

  /** The end of a payment is saved and the duty to tell it is not. */
  DUTY_NOT_KEPT(c -> Twists.with(c, c.postings(), List.of(), c.webhooks())),

  /** An event that could not be kept is acknowledged all the same. */
  EVENT_DROPPED {
    @Override
    Future<Handled> handle(Engine engine, News news) {
      var lie = new Handled.Decided(new Ignored(Sales.SALE.in(new Succeeded())));
      return engine.handle(news).recover(_ -> Future.succeededFuture(lie));
    }
  },

  /** A gateway may speak of payments that do not go through it. */
  ANY_GATEWAY {
    @Override
    Future<Handled> handle(Engine engine, News news) {
      return engine.handle(new News(news.payment(), news.event(), null, news.done()));
    }
  },

  /** A claimed duty leaves the outbox before it is done. */
  OUTBOX_FORGETS {
    @Override
    Outbox of(Outbox honest) {
      return new Claims(honest, all -> all.stream().peek(honest::done).toList());
    }
  },

  /** What was put off is never taken up again. */
  OUTBOX_GIVES_UP {
    @Override
    Outbox of(Outbox honest) {
      return new GivesUp(honest, _ -> true);
    }
  },

  /** A notice is written anew for every attempt. */
  TEXT_CHANGES {
    @Override
    Outbox of(Outbox honest) {
      return new Claims(honest, all -> all.stream().map(Twists::rewritten).toList());
    }
  },

  /** The limit is held when the provider should only have been asked. */
  TIMER_EARLY {
    @Override
    Timers of(Timers honest) {
      return rowsMax ->
          honest
              .due(rowsMax)
              .map(all ->
                  all.stream().map(d -> new Timers.Due(d.payment(), d.asks(), true)).toList());
    }
  },

  /** The limit is never held by itself. */
  TIMER_NEVER {
    @Override
    Timers of(Timers honest) {
      return rowsMax ->
          honest.due(rowsMax).map(all -> all.stream().filter(due -> !due.limit()).toList());
    }
  },

  /** What came after the end is credited as a sale as well. */
  LATE_CREDITED_TWICE(Twists::lateCreditedTwice),

  /** Every repeat of a payout is a new payout to the provider. */
  PAYOUT_SENT_TWICE {
    @Override
    String key(Duty duty) {
      return duty.effect() == Effect.CALL_PROVIDER ? duty.toString() : super.key(duty);
    }
  },

  /** Every repeat of a refund is a new refund to the provider. */
  REFUND_SENT_TWICE {
    @Override
    String key(Duty duty) {
      return duty.effect() == Effect.REFUND_AT_PROVIDER ? duty.toString() : super.key(duty);
    }
  },

  /** A refund that the provider would execute again is sent again. */
  ONCE_SENT_TWICE,

  /** A payout goes out before it is kept that it may have. */
  SENT_UNMARKED {
    @Override
    boolean marks() {
      return false;
    }
  },

  /** Silence about a payout is taken for a no. */
  DOUBT_IS_A_NO {
    @Override
    ProviderEvent heard(Duty duty, ProviderEvent event) {
      return event instanceof Doubtful ? new PayoutDeclined(Code.NETWORK_ERROR, "") : event;
    }
  },

  /** A no to a repeat is taken for a no to the payout. */
  REPEAT_BELIEVED {
    @Override
    boolean doubtsRefusedRepeats() {
      return false;
    }
  },

  /** A payout or refund that was declined is saved, and its money stays set aside. */
  NOT_RELEASED(change -> Twists.without(Posting.Kind.RELEASE, change)),

  /** A payout or refund is done, and its money stays set aside. */
  NOT_SETTLED(change -> Twists.without(Posting.Kind.SETTLE, change)),

  /** Twice as much is given back as was asked for, where that is more than was paid. */
  REFUND_ABOVE_SALE(Twists::refundDoubled),

  /** A refund that ended is forgotten when the next one begins. */
  REFUND_FORGOTTEN(Twists::refundForgotten),

  /** Everybody is taken to be rich, and nothing holds the balance above zero. */
  SPENT_WITHOUT_MONEY {
    @Override
    MemoryStore store(InstantSource clock, Duration lease) {
      return MemoryStore.withoutFloor(clock, lease);
    }

    @Override
    Payments of(Payments honest, MemoryStore store) {
      return new Rich(honest);
    }
  },

  /** A payout in doubt is nobody's duty any more. */
  PAYOUT_GIVEN_UP {
    @Override
    Outbox of(Outbox honest) {
      return new GivesUp(honest, Twists::isPayout);
    }
  },

  /** A refund in doubt is nobody's duty any more. */
  REFUND_GIVEN_UP {
    @Override
    Outbox of(Outbox honest) {
      return new GivesUp(honest, duty -> duty.effect() == Effect.REFUND_AT_PROVIDER);
    }
  };

  /** What becomes of a change on its way to the store. */
  @SuppressWarnings("ImmutableEnumChecker") // A twist remembers nothing.
  private final UnaryOperator<Change> twist;

  Sabotage() {
    this(UnaryOperator.identity());
  }

  Sabotage(UnaryOperator<Change> twist) {
    this.twist = twist;
  }

  MemoryStore store(InstantSource clock, Duration lease) {
    return new MemoryStore(clock, lease);
  }

  Payments of(Payments honest, MemoryStore store) {
    return new BrokenPayments(honest, twist);
  }

  /** Whether it is kept that a payout may go out, before it does. */
  boolean marks() {
    return true;
  }

  /** Whether a no to a repeat is taken for no word about the first message. */
  boolean doubtsRefusedRepeats() {
    return true;
  }

  /** By which the provider knows a repeat. */
  String key(Duty duty) {
    return duty.operation().toString();
  }

  /** What a payout's message brought. */
  ProviderEvent heard(Duty duty, ProviderEvent event) {
    return event;
  }

  Outbox of(Outbox honest) {
    return honest;
  }

  Timers of(Timers honest) {
    return honest;
  }

  Future<Handled> handle(Engine engine, News news) {
    return engine.handle(news);
  }
}
