package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;
import static tollgate.web.TestTenants.ABROAD;
import static tollgate.web.TestTenants.KEY;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.SaleApproved;

/** Dollars charged in ringgit, as a merchant sees them: 100.00 USD at 4.7125 are 471.25 MYR. */
class ConversionTest {

  private GateServer server;
  private String wallet;

  @BeforeEach
  void start() {
    server = GateServer.start();
    wallet = GateServer.now(server.store.wallets().open(ABROAD, "cust-88")).number();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void bothSumsAreToldAndTheWalletHasWhatWasAskedFor() {
    sell("USD");
    pay();

    var told = webhook(server.payment().id().operation());
    assertThat(sums(told, "operation")).isEqualTo("10000 USD 47125 MYR");
    assertThat(at(told, "payment.sum.currency")).isEqualTo("USD");
    assertThat(at(told, "wallet.credited")).isEqualTo("10000");
    assertThat(at(told, "wallet.currency")).isEqualTo("USD");
    assertThat(server.store.balances().values()).containsExactly(Money.of(10000, "USD"));
  }

  @Test
  void aRefundIsAskedForInDollarsAndGivenInRinggit() {
    sell("USD");
    pay();
    post(
        ours("refund")
            .with("general.payment_id", "\"TG-2\"")
            .with("payment.amount", "3333")
            .with("payment.currency", "\"USD\""));

    var refund = server.payment().refunds().getFirst();
    assertThat(refund.charged()).isEqualTo(Money.of(15706, "MYR"));
    server.happens(server.payment().id(), new RefundApproved(refund.operation(), "R-1"));
    var told = webhook(refund.operation());
    assertThat(sums(told, "operation")).isEqualTo("3333 USD 15706 MYR");
    assertThat(at(told, "payment.sum.amount")).isEqualTo("6667");
    assertThat(at(told, "payment.status")).isEqualTo("partially refunded");
  }

  @Test
  void whatIsInTheCurrencyChargedIsNotConverted() {
    sell("MYR");

    assertThat(server.payment().terms().charged()).isEqualTo(Money.of(10000, "MYR"));
    assertThat(server.payment().terms().deal().exchange()).isNull();
  }

  /** The euro's rate is too old, the pound's too new, and of the yen's nobody knows. */
  @ParameterizedTest
  @CsvSource({"EUR, 3121", "GBP, 3121", "JPY, 3121", "XXY, 3121"})
  void withoutARateThatHoldsItIsRefused(String currency, String code) {
    var response = server.post(sale(currency), KEY);

    assertThat(response.statusCode()).isEqualTo(400);
    var refusal = GateServer.read(response.body());
    assertThat(at(refusal, "code")).isEqualTo(code);
    assertThat(at(refusal, "errors.0.field")).isEqualTo("payment.currency");
  }

  private Good sale(String currency) {
    return ours("topup")
        .at("/v2/payment/wallet/touchngo/sale")
        .with("payment.amount", "10000")
        .with("payment.currency", '"' + currency + '"');
  }

  private void sell(String currency) {
    post(sale(currency));
  }

  private void pay() {
    var sale = server.payment();
    server.happens(sale.id(), new SaleApproved(Money.of(47125, "MYR"), "theirs"));
  }

  private static String sums(Json.Obj told, String operation) {
    return String.join(
        " ",
        at(told, operation + ".sum_initial.amount"),
        at(told, operation + ".sum_initial.currency"),
        at(told, operation + ".sum_converted.amount"),
        at(told, operation + ".sum_converted.currency"));
  }

  private Json.Obj webhook(long operation) {
    var id = new Payment.Id(ABROAD, operation);
    return GateServer.read(server.store.webhook(id, Effect.NOTIFY_FINAL).orElseThrow().body());
  }

  private Json.Obj post(Good good) {
    var response = server.post(good, KEY);
    assertThat(response.statusCode()).isEqualTo(200);
    return GateServer.read(response.body());
  }

  private Good ours(String name) {
    return Good.named(name, wallet).with("general.project_id", Long.toString(ABROAD));
  }
}
