package tollgate.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Duty;
import tollgate.engine.Handled;
import tollgate.engine.News;
import tollgate.payment.Code;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.LateRefundRequested;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.PayoutEvent;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundDispatched;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.Payout;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.provider.OnceOnlyRefunds;
import tollgate.provider.OnceOnlyRefunds.First;
import tollgate.provider.Refunds.Wanted;
import tollgate.simulation.Saboteur.Habit;
import tollgate.simulation.dialect.Dialects;

/** The same for money that leaves: what may go out is kept before it does. */
final class MoneyOutHands {

  /** Longer than any message is on its way, even by two clocks that differ by two hours. */
  private static final Duration NEVER_CAME = Duration.ofHours(3);

  /** A refund that goes out once. */
  private record Once(Duty duty, Sale sale, Refund refund, Wanted wanted, OnceOnlyRefunds by) {

    Once given(String what) {
      return new Once(duty, sale, refund, wanted.with(what), by);
    }
  }

  private final World world;
  private final Node node;
  private final Wire wire;
  private final Hands hands;
  private final Calls calls;

  MoneyOutHands(World world, Node node, Wire wire, Hands hands) {
    this.world = world;
    this.node = node;
    this.wire = wire;
    this.hands = hands;
    calls = new Calls(world);
  }

  void payOut(Duty duty, Payout payout) {
    var patience = world.timeline().now().plus(Hands.CALL_TIMEOUT);
    if (!(payout.state() instanceof Processing now)) {
      wire.outbox().done(duty);
    } else if (!hands.isReached()) {
      later(duty);
    } else if (now.inDoubt() || !world.sabotage().keeps(Habit.MARKS_PAYOUTS)) {
      send(duty, patience);
    } else {
      node.handle(News.of(payout.id(), new Doubtful("about to be sent")))
          .onSuccess(handled -> {
            if (isOurs(handled)) send(duty, patience);
          });
    }
  }

  /** Whoever marked it sends it; of two who hold the same duty for a moment, one. */
  private static boolean isOurs(Handled handled) {
    return handled instanceof Handled.Decided(Step _);
  }

  /** An answer after our patience is none: we may have slept while somebody else sent. */
  private void send(Duty duty, Instant patience) {
    hands.send(
        calls.payOut(duty.payment(), world.sabotage().key(duty)),
        event -> {
          var late = world.timeline().now().isAfter(patience);
          said(duty, world.sabotage().heard(duty, late ? new Doubtful("too late") : event));
        });
  }

  private void said(Duty duty, ProviderEvent event) {
    var isDoubted = world.sabotage().keeps(Habit.DOUBTS_REFUSED_REPEATS);
    if (isDoubted && isRefusedRepeat(duty, event)) {
      hands.exchange(
          calls.ask(duty.payment()).orElseThrow(),
          answer -> {
            if (answer instanceof PayoutEvent) node.handle(News.of(duty.payment().id(), answer));
            later(duty);
          });
    } else if (event instanceof PayoutEvent) {
      hands.settle(duty, event);
    } else {
      later(duty);
    }
  }

  /** Nothing was said of the first message, which may have arrived. */
  private static boolean isRefusedRepeat(Duty duty, ProviderEvent event) {
    var isRepeat = duty.payment().state().equals(new Processing(true));
    return isRepeat && event instanceof PayoutDeclined no && no.providersId().isEmpty();
  }

  void refund(Duty duty) {
    var refund = duty.payment().refund(duty.operation().operation());
    if (!(duty.payment() instanceof Sale sale) || refund == null || !refund.isInFlight()) {
      wire.outbox().done(duty);
      return;
    }
    var refunds = calls.refunds(sale);
    if (refunds.isEmpty()) {
      hands.settle(duty, new RefundDeclined(refund.operation(), Code.NOT_SUPPORTED_BY_PROVIDER));
      return;
    }
    var wanted = calls.wanted(sale, refund);
    if (refunds.get() instanceof OnceOnlyRefunds by) {
      refund(new Once(duty, sale, refund, wanted, by));
      return;
    }
    var key = world.sabotage().key(duty);
    hands.exchange(
        calls.refund(refunds.get(), sale, wanted, key), event -> saidOfRefund(duty, event));
  }

  /** Sent by whoever marked it; whoever finds the mark only asks. */
  private void refund(Once once) {
    if (once.refund().isInDoubt() && world.sabotage().keeps(Habit.SENDS_ONCE)) {
      ask(once);
      return;
    }
    var given = new String[1];
    var first = calls.first(once.by(), once.sale(), once.wanted());
    if (first.isEmpty()) dispatch(once);
    else hands.exchange(prepared(once, first.get(), given), event -> prepared(once, event, given));
  }

  private static Supplier<ProviderEvent> prepared(
      Once once, Supplier<First> first, String[] given) {
    return () ->
        switch (first.get()) {
          case First.Says(ProviderEvent event) -> event;
          case First.Gives(String what) -> {
            given[0] = what;
            yield new RefundPending(once.refund().operation());
          }
        };
  }

  /** An answer that was lost gave nothing. */
  private void prepared(Once once, @Nullable ProviderEvent event, String[] given) {
    if (event instanceof RefundPending && given[0] != null) dispatch(once.given(given[0]));
    else if (event instanceof RefundDeclined) hands.settle(once.duty(), event);
    else later(once.duty());
  }

  private void dispatch(Once once) {
    if (!hands.isReached()) {
      later(once.duty());
      return;
    }
    var sabotage = world.sabotage();
    var patience = world.timeline().now().plus(Hands.CALL_TIMEOUT);
    if (!sabotage.keeps(Habit.MARKS_REFUNDS)) {
      sendOnce(once);
      return;
    }
    node.handle(News.of(once.sale().id(), new RefundDispatched(once.refund().operation())))
        .onSuccess(handled -> {
          var mine = isOurs(handled) || !sabotage.keeps(Habit.SENDS_ONCE);
          if (mine && !world.timeline().now().isAfter(patience)) sendOnce(once);
        });
  }

  private void sendOnce(Once once) {
    var key = world.sabotage().key(once.duty());
    hands.send(
        calls.refund(once.by(), once.sale(), once.wanted(), key),
        event -> saidOfRefund(once.duty(), event));
  }

  /** What nobody can ask about, or what never came, a person sees when nothing is on its way. */
  private void ask(Once once) {
    var isLong = world.timeline().now().isAfter(once.refund().changedAt().plus(NEVER_CAME));
    var seen = isLong ? seen(once) : Optional.<ProviderEvent>empty();
    var question = calls.ask(once.by(), once.sale(), once.wanted());
    if (seen.isPresent()) hands.settle(once.duty(), seen.get());
    else if (question.isEmpty()) later(once.duty());
    else hands.exchange(question.get(), event -> saidOfRefund(once.duty(), event));
  }

  private Optional<ProviderEvent> seen(Once once) {
    var refund = new Payment.Id(once.sale().id().project(), once.refund().operation());
    return world.provider().refunds().seen(refund);
  }

  private void saidOfRefund(Duty duty, @Nullable ProviderEvent event) {
    if (event != null && Calls.isDecided(event)) {
      hands.settle(duty, event);
    } else if (event instanceof RefundPending) {
      // By the id that it was given it can be asked for.
      node.handle(News.of(duty.payment().id(), event)).onSuccess(_ -> later(duty));
    } else {
      later(duty);
    }
  }

  /** What came late is to go back, where anything can: an operation that we begin ourselves. */
  void refundLate(Duty duty) {
    if (!Dialects.of(duty.payment()).givesBack()) {
      wire.outbox().done(duty);
      return;
    }
    var wish = new Refund.Wish("late " + duty.operation(), null, "late", null);
    var request = new Refund.Request(world.freshId(), null, wish, ZoneOffset.UTC);
    hands.settle(duty, new LateRefundRequested(request));
  }

  private void later(Duty duty) {
    wire.outbox().later(duty, Hands.SOON);
  }
}
