package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;
import static tollgate.web.TestTenants.COSTLY;
import static tollgate.web.TestTenants.KEY;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.Effect;
import tollgate.payment.PaymentEvent.SaleApproved;

/** Commissions as a merchant sees them: 2 % and 0.50 on 125.50 MYR is 3.01. */
class CostTest {

  private GateServer server;
  private Merchant merchant;

  @BeforeEach
  void start() {
    server = GateServer.start();
    merchant = Merchant.of(COSTLY, server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0} {1}: paid {3}, {4} arrives")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # method | cur | amount  | paid    | arrives | fee   | by
          touchngo | MYR | 12550   | 12851   | 12550   | 301   | payer
          taxi     | MYR | 12550   | 12550   | 12249   | 301   | receiver
          gopay    | IDR | 1500000 | 1500000 | 1500000 | 30100 | company
          """)
  void whatIsPaidAndWhatArrives(
      String method, String currency, long amount, long paid, long arrives, long fee, String by) {
    merchant.post(
        merchant
            .ours("topup")
            .at("/v2/payment/wallet/" + method + "/sale")
            .with("payment.amount", Long.toString(amount))
            .with("payment.currency", '"' + currency + '"'));
    server.happens(server.payment().id(), new SaleApproved(Money.of(paid, currency), "theirs"));

    for (var told : new Json.Obj[] {merchant.webhook(Effect.NOTIFY_FINAL), merchant.status()}) {
      var operation = at(told, "operations_total").isEmpty() ? "operation" : "operations.0";
      assertThat(at(told, "payment.status")).isEqualTo("success");
      assertThat(at(told, "payment.sum.amount")).isEqualTo(Long.toString(amount));
      assertThat(at(told, operation + ".sum_initial.amount")).isEqualTo(Long.toString(amount));
      assertThat(at(told, operation + ".sum_converted.amount")).isEqualTo(Long.toString(paid));
      assertThat(at(told, operation + ".commission.amount")).isEqualTo(Long.toString(fee));
      assertThat(at(told, operation + ".commission.currency")).isEqualTo(currency);
      assertThat(at(told, operation + ".commission.paid_by")).isEqualTo(by);
      assertThat(at(told, "wallet.credited")).isEqualTo(Long.toString(arrives));
    }
    assertThat(server.store.balances().values()).containsExactly(Money.of(arrives, currency));
  }

  @Test
  void aPayoutCostsTheCompany() {
    merchant.post(merchant.ours("sale"));
    server.happens(server.payment().id(), new SaleApproved(Money.of(12851, "MYR"), "theirs"));

    merchant.post(merchant.ours("payout"));

    var status = merchant.post(merchant.ours("status").with("general.payment_id", "\"PO-1\""));
    assertThat(at(status, "operations.0.sum_converted.amount")).isEqualTo("6000");
    assertThat(at(status, "operations.0.commission.amount")).isEqualTo("170");
    assertThat(server.store.balances().values())
        .containsExactly(Money.of(12550 - 6000 - 170, "MYR"));
  }

  /** GoPay takes and gives whole rupiah. */
  @Test
  void aRefundThatTheProviderCannotGiveIsRefused() {
    merchant.post(
        merchant
            .ours("topup")
            .at("/v2/payment/wallet/gopay/sale")
            .with("payment.amount", "1500000")
            .with("payment.currency", "\"IDR\""));
    server.happens(server.payment().id(), new SaleApproved(Money.of(1_500_000, "IDR"), "theirs"));

    var response = server.post(refund("100050"), KEY);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(at(GateServer.read(response.body()), "code")).isEqualTo("502");
    assertThat(server.payment().refunds()).isEmpty();
    merchant.post(refund("100000"));
    assertThat(server.payment().refunds()).hasSize(1);
  }

  private Good refund(String minor) {
    return merchant
        .ours("refund")
        .at("/v2/payment/refund")
        .with("general.payment_id", "\"TG-2\"")
        .with("payment.amount", minor)
        .with("payment.currency", "\"IDR\"");
  }

  @Test
  void thatNobodyCouldBeToldIsRefused() {
    var largest = merchant.ours("topup").at("/v2/payment/wallet/touchngo/sale");

    var response = server.post(largest.with("payment.amount", "9007199254740991"), KEY);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(at(GateServer.read(response.body()), "code")).isEqualTo("502");
    assertThat(at(GateServer.read(response.body()), "errors.0.field")).isEqualTo("payment.amount");
  }
}
