package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Effect.NOTIFY_FINAL;
import static tollgate.payment.Effect.REFUND_AT_PROVIDER;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tollgate.payment.Code;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundDispatched;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentEvent.RefundRuled;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.Sale;

/** Refunds whose message may go out once only. */
public abstract class OnceOnlyContract extends MoneyOutGround {

  private static final int NODES = 64;

  @Test
  void aRefundThatMayHaveGoneOutIsKeptSo() {
    var sale = earned(10000);
    var request = refund(4000);
    handle(sale, new RefundRequested(request));
    handle(sale, new RefundDispatched(request.operation()));
    handle(sale, new RefundPending(request.operation(), "R-1"));

    var kept = ((Sale) loaded(sale.id()).payment()).refunds().getFirst();
    assertThat(kept.state()).isEqualTo(new Processing(true));
    assertThat(kept.providersId()).isEqualTo("R-1");
    assertThat(balance(merchant())).isEqualTo(6000);
    handle(sale, new RefundDeclined(request.operation(), Code.ACQUIRER_BALANCE_SHORT));
    assertThat(balance(merchant())).isEqualTo(10000);
  }

  /** What was asked in vain waits in the outbox for ever: a person ends it, and both are gone. */
  @Test
  void aPersonEndsWhatIsInDoubtOnce() {
    var sale = earned(10000);
    var request = refund(4000);
    handle(sale, new RefundRequested(request));
    handle(sale, new RefundDispatched(request.operation()));
    store.advance(store.lease());
    var duty = claimed().stream().filter(d -> d.effect() == REFUND_AT_PROVIDER).findFirst();
    await(store.outbox().exhausted(duty.orElseThrow()));
    var id = new Payment.Id(sale.id().project(), request.operation());
    assertThat(await(store.outbox().attempt(id, REFUND_AT_PROVIDER))).isEqualTo(2);
    assertThat(await(store.outbox().attempt(sale.id(), REFUND_AT_PROVIDER))).isZero();

    var seen = loaded(sale.id()).payment().refund(request.operation()).changedAt();
    var rulings =
        IntStream.range(0, NODES)
            .mapToObj(i -> ruled(i, new RefundRuled(id.operation(), i % 3 == 0, "R-1", seen), duty))
            .toList();
    await(Future.join(rulings));

    var kept = ((Sale) loaded(sale.id()).payment()).refunds().getFirst();
    assertThat(rulings).filteredOn(ruling -> decided(ruling) instanceof Step).hasSize(1);
    assertThat(kept.isInFlight()).isFalse();
    assertThat(balance(merchant())).isEqualTo(kept.isDone() ? 6000 : 10000);
    assertThat(await(store.outbox().attempt(id, REFUND_AT_PROVIDER))).isZero();
    store.advance(store.lease());
    assertThat(claimed())
        .filteredOn(d -> d.operation().equals(id))
        .extracting(Duty::effect)
        .containsExactly(NOTIFY_FINAL);
  }

  private Future<Handled> ruled(int node, RefundRuled event, Optional<Duty> duty) {
    return (node % 2 == 0 ? one : other).handle(News.after(duty.orElseThrow(), event));
  }

  /** Of two nodes that would send it, one is told that it is the one. */
  @Test
  void ofManyWhoWouldSendARefundOneDoes() {
    var sale = earned(10000);
    var request = refund(4000);
    handle(sale, new RefundRequested(request));
    var event = new RefundDispatched(request.operation());
    var marks =
        IntStream.range(0, NODES)
            .mapToObj(i -> (i % 2 == 0 ? one : other).handle(News.of(sale.id(), event)))
            .toList();
    await(Future.join(marks));

    assertThat(marks).filteredOn(mark -> decided(mark) instanceof Step).hasSize(1);
  }
}
