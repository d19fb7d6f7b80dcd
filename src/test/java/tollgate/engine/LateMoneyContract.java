package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Effect.NOTIFY_FINAL;
import static tollgate.payment.Effect.NOTIFY_LATE;
import static tollgate.payment.Effect.REFUND_LATE;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;
import static tollgate.payment.Sales.ringgit;

import io.vertx.core.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tollgate.payment.Code;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.LateCreditRequested;
import tollgate.payment.PaymentEvent.LateRefundRequested;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.tenant.LateSuccess;

/** Money that came after the decline, by the policy that was agreed: it goes one way, and once. */
public abstract class LateMoneyContract extends MoneyOutGround {

  @Test
  void whatIsHeldIsNobodysYet() {
    var sale = late(LateSuccess.HOLD);

    assertThat(balance(wallet())).isZero();
    assertThat(loaded(sale.id()).payment().state())
        .isEqualTo(new PaidLate(Code.AUTO_DECLINE, ringgit(5000)));
    handle(sale, new LateCreditRequested());
    assertThat(balance(wallet())).isEqualTo(5000);
  }

  @Test
  void whatIsCreditedIsCreditedOnceAndTold() {
    var sale = late(LateSuccess.CREDIT);

    assertThat(balance(wallet())).isEqualTo(5000);
    assertThat(loaded(sale.id()).payment().state())
        .isEqualTo(new PaidLate(Code.AUTO_DECLINE, ringgit(5000), true));
    assertThat(loaded(sale.id()).payment().terms()).isEqualTo(sale.terms());
    handle(sale, new SaleApproved(ringgit(5000), THEIRS));
    handle(sale, new LateCreditRequested());
    assertThat(balance(wallet())).isEqualTo(5000);
    store.advance(store.lease());
    assertThat(claimed()).extracting(Duty::effect).contains(NOTIFY_FINAL, NOTIFY_LATE);
  }

  @Test
  void whatGoesBackIsBegunByADutyAndGoesBackOnce() {
    var sale = late(LateSuccess.REFUND);
    store.advance(store.lease());
    var begin = claimed().stream().filter(d -> d.effect() == REFUND_LATE).findFirst().orElseThrow();
    var request = refund(1);
    await(one.handle(News.after(begin, new LateRefundRequested(request))));

    handle(sale, new RefundApproved(request.operation(), "R-1"));

    var now = (Sale) loaded(sale.id()).payment();
    assertThat(now.state()).isEqualTo(new PaidLate(Code.AUTO_DECLINE, ringgit(5000)));
    assertThat(now.refunds()).singleElement().matches(Refund::isDone);
    assertThat(now.refunds().getFirst().amount()).isEqualTo(ringgit(5000));
    assertThat(balance(wallet())).isZero();
    store.advance(store.lease());
    assertThat(claimed()).extracting(Duty::effect).doesNotContain(REFUND_LATE);
  }

  @Test
  void ofManyWhoDecideAtOnceOneWins() {
    var sale = late(LateSuccess.HOLD);
    var asked =
        IntStream.range(0, 32)
            .mapToObj(i -> (i % 2 == 0 ? one : other).handle(decision(sale, i)))
            .toList();
    await(Future.join(asked));

    var now = (Sale) loaded(sale.id()).payment();
    var credited = ((PaidLate) now.state()).credited();
    assertThat(now.refunds()).hasSize(credited ? 0 : 1);
    assertThat(balance(wallet())).isEqualTo(credited ? 5000 : 0);
    assertThat(asked).anyMatch(each -> decided(each) instanceof Denied);
  }

  private News decision(Payment sale, int i) {
    return i % 3 == 0
        ? News.of(sale.id(), new LateCreditRequested())
        : News.of(sale.id(), new LateRefundRequested(refund(1)));
  }

  private Payment late(LateSuccess policy) {
    var sale = opened(SALE.of(ringgit(5000)).into(WALLET).late(policy)).payment();
    handle(sale, new TimeLimitReached());
    handle(sale, new SaleApproved(ringgit(5000), THEIRS));
    return sale;
  }
}
