package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;
import static tollgate.payment.Sales.ringgit;

import org.junit.jupiter.api.Test;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.Sale;
import tollgate.tenant.Bearer;
import tollgate.tenant.LateSuccess;

/** What was agreed beside the amount is kept with the payment, and moves the money. */
public abstract class DealsContract extends MoneyOutGround {

  @Test
  void aDealComesBackAsItWas() {
    var sale =
        SALE.of(ringgit(10000))
            .late(LateSuccess.REFUND)
            .costing(Bearer.PAYER, "2.5", 30)
            .chargedIn("IDR", "3551.5", 100);

    assertThat(opened(sale).payment().terms().deal()).isEqualTo(sale.deal());
  }

  @Test
  void aCommissionIsSplitOff() {
    paid(SALE.of(ringgit(10000)).into(WALLET).costing(Bearer.RECEIVER, "2", 0));

    assertThat(balance(wallet())).isEqualTo(9800);
  }

  @Test
  void theCompanyBearsItAsFarAsItCan() {
    var costly = SALE.of(ringgit(10000)).into(WALLET).costing(Bearer.COMPANY, "2", 0);
    paid(costly);
    assertThat(balance(wallet())).isEqualTo(10000);
    assertThat(balance(merchant())).isZero();

    earned(500);
    paid(costly);
    assertThat(balance(wallet())).isEqualTo(20000);
    assertThat(balance(merchant())).isEqualTo(300);
  }

  @Test
  void aConvertedSaleAndItsRefundAreKeptWhole() {
    var converted = SALE.of(ringgit(10000)).into(WALLET).chargedIn("IDR", "3551.5", 100);
    var sale = opened(converted).payment();
    handle(sale, new SaleApproved(Money.of(35515000, "IDR"), THEIRS));
    assertThat(balance(wallet())).isEqualTo(10000);

    var request = refund(3333);
    handle(sale, new RefundRequested(request));
    handle(sale, new RefundApproved(request.operation(), "R-1"));

    var kept = ((Sale) loaded(sale.id()).payment()).refunds().getFirst();
    assertThat(kept.amount()).isEqualTo(ringgit(3333));
    assertThat(kept.charged()).isEqualTo(Money.of(11837100, "IDR"));
    assertThat(balance(wallet())).isEqualTo(6667);
  }
}
