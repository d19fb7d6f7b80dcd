package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.PayoutApproved;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentState.Declined;

/** Payouts and spending as a merchant sees them. */
class MoneyOutTest extends MoneyGround {

  @Test
  void aPayoutIsTakenReservedAndTold() {
    earn("A", 10000);

    var taken = ask("payout");

    assertThat(at(taken, "status")).isEqualTo("success");
    assertThat(merchantHas()).isEqualTo(4000);
    assertThat(at(status("PO-1"), "payment.type")).isEqualTo("payout");
    assertThat(at(status("PO-1"), "payment.status")).isEqualTo("processing");
    happens("PO-1", new Doubtful("sent"));
    happens("PO-1", new PayoutApproved("tng-1"));
    assertThat(merchantHas()).isEqualTo(4000);
    var told = told(payment("PO-1").id().operation());
    assertThat(at(told, "payment.type")).isEqualTo("payout");
    assertThat(at(told, "payment.status")).isEqualTo("success");
    assertThat(at(told, "account.number")).isEqualTo("0123456789");
    assertThat(at(told, "operation.type")).isEqualTo("payout");
    assertThat(at(told, "operation.code")).isEqualTo("0");
    assertThat(at(told, "operation.provider.payment_id")).isEqualTo("tng-1");
    assertThat(at(told, "operation.request_id")).isEqualTo(at(taken, "request_id"));
  }

  @Test
  void aPayoutThatFailsComesBack() {
    earn("A", 10000);
    ask("payout");

    happens("PO-1", new PayoutDeclined(Code.WRONG_ACCOUNT_DATA, "tng-1"));

    assertThat(merchantHas()).isEqualTo(10000);
    assertThat(at(status("PO-1"), "operations.0.code")).isEqualTo("20102");
  }

  @Test
  void aPayoutWithoutMoneyIsTakenAndDeclined() {
    earn("A", 5999);

    ask("payout");

    assertThat(payment("PO-1").state()).isEqualTo(new Declined(Code.MERCHANT_BALANCE_SHORT));
    assertThat(merchantHas()).isEqualTo(5999);
  }

  @ParameterizedTest
  @CsvSource({"499, AMOUNT_BELOW_LIMIT", "2000001, AMOUNT_ABOVE_LIMIT"})
  void aPayoutOutsideTheLimitsIsTakenAndDeclined(long amount, Code code) {
    earn("A", 3_000_000);

    post(Good.named("payout", wallet).with("payment.amount", Long.toString(amount)));

    assertThat(payment("PO-1").state()).isEqualTo(new Declined(code));
  }

  @Test
  void aWalletPaysAtOnce() {
    topUp("A", 3000);

    ask("spend");

    assertThat(at(status("TG-3"), "payment.status")).isEqualTo("success");
    assertThat(at(status("TG-3"), "payment.method")).isEqualTo("wallet");
    assertThat(merchantHas()).isEqualTo(2500);
    assertThat(walletHas()).isEqualTo(500);
    post(Good.named("spend", wallet).with("general.payment_id", "\"TG-4\""));
    assertThat(at(status("TG-4"), "payment.status")).isEqualTo("decline");
    assertThat(at(status("TG-4"), "operations.0.code")).isEqualTo("20105");
    assertThat(walletHas()).isEqualTo(500);
  }
}
