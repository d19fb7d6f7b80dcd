package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;

/** Refunds as a merchant sees them. */
class MoneyBackTest extends MoneyGround {

  @Test
  void whatAWalletPaidGoesBackToIt() {
    topUp("A", 3000);
    ask("spend");

    var taken = ask("back");

    assertThat(walletHas()).isEqualTo(3000);
    assertThat(merchantHas()).isZero();
    var status = status("TG-3");
    assertThat(at(status, "payment.status")).isEqualTo("reversed");
    assertThat(at(status, "payment.sum.amount")).isEqualTo("0");
    assertThat(at(status, "operations_total")).isEqualTo("2");
    assertThat(at(status, "operations.1.type")).isEqualTo("reversal");
    assertThat(at(status, "operations.1.sum_initial.amount")).isEqualTo("2500");
    assertThat(at(status, "operations.1.request_id")).isEqualTo(at(taken, "request_id"));
    assertThat(code(Good.named("back", wallet))).isEqualTo("3060");
  }

  /** The project's midnight, which is 16:00 UTC, not anybody else's. */
  @ParameterizedTest
  @CsvSource({"2026-03-02T15:59:59Z, reversed", "2026-03-02T16:00:00Z, refunded"})
  void theBusinessDayIsTheProjects(Instant at, String becomes) {
    topUp("A", 3000);
    ask("spend");
    server.clock = at;

    ask("back");

    assertThat(at(status("TG-3"), "payment.status")).isEqualTo(becomes);
  }

  @Test
  void aTopUpIsRefundedThroughItsProvider() {
    topUp("TG-1", 12550);

    var taken = post(refundOfTopUp());

    assertThat(walletHas()).isEqualTo(12550 - 2500);
    assertThat(at(status("TG-1"), "payment.status")).isEqualTo("success");
    assertThat(at(status("TG-1"), "operations.1.status")).isEqualTo("processing");
    var refund = payment("TG-1").refunds().getFirst().operation();
    happens("TG-1", new RefundApproved(refund, "mt-1"));
    var told = told(refund);
    assertThat(at(told, "payment.status")).isEqualTo("partially refunded");
    assertThat(at(told, "payment.sum.amount")).isEqualTo("10050");
    assertThat(at(told, "payment.merchant_refund_id")).isEqualTo("RF-1");
    assertThat(at(told, "operation.type")).isEqualTo("refund");
    assertThat(at(told, "operation.id")).isEqualTo(Long.toString(refund));
    assertThat(at(told, "operation.sum_initial.amount")).isEqualTo("2500");
    assertThat(at(told, "operation.request_id")).isEqualTo(at(taken, "request_id"));
    var byRequest =
        Good.named("request", "").with("request_id", '"' + at(taken, "request_id") + '"');
    assertThat(at(post(byRequest), "payment.id")).isEqualTo("TG-1");
  }

  @Test
  void aRefusedRefundIsToldAndLeavesThePaymentAsItWas() {
    topUp("TG-1", 12550);
    post(refundOfTopUp());
    var refund = payment("TG-1").refunds().getFirst().operation();

    happens("TG-1", new RefundDeclined(refund, Code.ACQUIRER_BALANCE_SHORT));

    assertThat(walletHas()).isEqualTo(12550);
    assertThat(at(told(refund), "payment.status")).isEqualTo("success");
    assertThat(at(told(refund), "operation.status")).isEqualTo("decline");
    assertThat(at(told(refund), "operation.code")).isEqualTo("20504");
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # set               | to        | code
          payment.amount      | 12551     | 3283
          payment.amount      | 0         | 502
          payment.currency    | "IDR"     | 3284
          general.payment_id  | "no-such" | 3061
          """)
  void aRefundThatCannotBeIsRefusedAtOnce(String member, String json, String code) {
    topUp("TG-1", 12550);

    assertThat(code(refundOfTopUp().with(member, json))).isEqualTo(code);
    assertThat(payment("TG-1").refunds()).isEmpty();
  }

  @Test
  void amountAndCurrencyComeTogether() {
    topUp("TG-1", 12550);

    assertThat(code(refundOfTopUp().without("payment.currency"))).isEqualTo("3287");
    assertThat(code(refundOfTopUp().without("payment.amount"))).isEqualTo("3286");
  }

  @Test
  void theMerchantsIdOfARefundIsUsedOnce() {
    topUp("TG-1", 12550);
    post(refundOfTopUp());

    assertThat(code(refundOfTopUp())).isEqualTo("3230");
  }

  @Test
  void aMethodWithoutRefundsSaysSo() {
    earn("TG-1", 12550);

    assertThat(code(Good.named("refund", wallet))).isEqualTo("3610");
  }

  @Test
  void whatTheCustomerHasSpentIsNotRefunded() {
    topUp("TG-1", 12550);
    ask("spend");

    assertThat(code(refundOfTopUp().with("payment.amount", "12550"))).isEqualTo("3060");
  }
}
