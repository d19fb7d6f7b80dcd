package tollgate.simulation;

import static tollgate.payment.Code.PROVIDER_DECLINE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Duty;
import tollgate.engine.Handled;
import tollgate.engine.News;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.LateRefundRequested;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.PayoutEvent;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundDispatched;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.Payout;
import tollgate.payment.Refund;
import tollgate.payment.Sale;

/** The same for money that leaves: what may go out is kept before it does. */
final class MoneyOutHands {

  /** Longer than any message is on its way, even by two clocks that differ by two hours. */
  private static final Duration NEVER_CAME = Duration.ofHours(3);

  private final World world;
  private final Node node;
  private final Wire wire;
  private final Hands hands;

  MoneyOutHands(World world, Node node, Wire wire, Hands hands) {
    this.world = world;
    this.node = node;
    this.wire = wire;
    this.hands = hands;
  }

  void payOut(Duty duty, Payout payout) {
    var patience = world.timeline().now().plus(Hands.CALL_TIMEOUT);
    if (!(payout.state() instanceof Processing now)) {
      wire.outbox().done(duty);
    } else if (!hands.isReached()) {
      later(duty);
    } else if (now.inDoubt() || !world.sabotage().marks()) {
      send(duty, patience);
    } else {
      node.handle(News.of(payout.id(), new Doubtful("about to be sent")))
          .onSuccess(handled -> {
            if (isOurs(handled)) send(duty, patience);
          });
    }
  }

  /**
   * Where the provider knows no repeat: it is sent once, by whoever marked it, and then only asked
   * for. What never came a person sees, when nothing can be on its way any more.
   */
  private void refundOnce(Duty duty, Sale sale, Refund refund) {
    var operation = new Payment.Id(sale.id().project(), refund.operation());
    var provider = world.provider().refunds();
    var now = world.timeline().now();
    if (refund.isInDoubt() && world.sabotage().sendsOnce()) {
      var isLost =
          provider.isUnheardOf(operation) && now.isAfter(refund.changedAt().plus(NEVER_CAME));
      if (isLost) hands.settle(duty, new RefundDeclined(refund.operation(), PROVIDER_DECLINE));
      else hands.exchange(() -> provider.ask(sale, refund), event -> saidOfRefund(duty, event));
    } else if (!hands.isReached()) {
      later(duty);
    } else {
      var patience = now.plus(Hands.CALL_TIMEOUT);
      node.handle(News.of(sale.id(), new RefundDispatched(refund.operation())))
          .onSuccess(handled -> {
            var mine = isOurs(handled) || !world.sabotage().sendsOnce();
            if (mine && !world.timeline().now().isAfter(patience)) sendOnce(duty, sale, refund);
          });
    }
  }

  private void sendOnce(Duty duty, Sale sale, Refund refund) {
    var key = world.sabotage().key(duty);
    hands.send(
        () -> world.provider().refunds().send(sale, refund, key),
        event -> saidOfRefund(duty, event));
  }

  private void saidOfRefund(Duty duty, @Nullable ProviderEvent event) {
    var decided = event instanceof RefundApproved || event instanceof RefundDeclined;
    if (decided) hands.settle(duty, event);
    else later(duty);
  }

  /** Whoever marked it sends it; of two who hold the same duty for a moment, one. */
  private static boolean isOurs(Handled handled) {
    return handled instanceof Handled.Decided(Step _);
  }

  /** An answer after our patience is none: we may have slept while somebody else sent. */
  private void send(Duty duty, Instant patience) {
    var key = world.sabotage().key(duty);
    hands.send(
        () -> world.provider().payouts().send(duty.payment(), key),
        event -> {
          var late = world.timeline().now().isAfter(patience);
          said(duty, world.sabotage().heard(duty, late ? new Doubtful("too late") : event));
        });
  }

  private void said(Duty duty, ProviderEvent event) {
    if (world.sabotage().doubtsRefusedRepeats() && isRefusedRepeat(duty, event)) {
      hands.exchange(
          () -> hands.ask(duty.payment()),
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
    if (FakeRefunds.isOnceOnly(refund)) {
      refundOnce(duty, sale, refund);
      return;
    }
    var key = world.sabotage().key(duty);
    hands.exchange(
        () -> world.provider().refunds().send(sale, refund, key),
        event -> saidOfRefund(duty, event));
  }

  /** What came late is to go back: an operation that we begin ourselves. */
  void refundLate(Duty duty) {
    var wish = new Refund.Wish("late " + duty.operation(), null, "late", null);
    var request = new Refund.Request(world.freshId(), null, wish, ZoneOffset.UTC);
    hands.settle(duty, new LateRefundRequested(request));
  }

  private void later(Duty duty) {
    wire.outbox().later(duty, Hands.SOON);
  }
}
