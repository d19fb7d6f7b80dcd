package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;

import io.vertx.core.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tollgate.payment.Code;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundDispatched;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.payment.PaymentEvent.RefundRequested;
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
