package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;
import static tollgate.web.TestTenants.KEY;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.Payer;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.signing.GateSignature.Verdict;

class WalletTest {

  private GateServer server;
  private String wallet;

  @BeforeEach
  void start() {
    server = GateServer.start();
    wallet = at(ask(Good.named("open", "")), "wallet.account_id");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Json.Obj ask(Good good) {
    var response = server.post(good, KEY);
    assertThat(response.statusCode()).isEqualTo(200);
    var body = GateServer.read(response.body());
    assertThat(GateSignature.verify(body, Place.ROOT, KEY)).isEqualTo(Verdict.RIGHT);
    return body.without("signature");
  }

  private void topUp(String paymentId, long amount) {
    topUp(paymentId, amount, Payer.NONE);
  }

  private void topUp(String paymentId, long amount, Payer payer) {
    var good =
        Good.named("topup", wallet)
            .with("general.payment_id", Json.text(paymentId).encode())
            .with("payment.amount", Long.toString(amount));
    assertThat(server.post(good, KEY).statusCode()).isEqualTo(200);
    server.happens(paid(paymentId), new SaleApproved(Money.of(amount, "MYR"), "tng", payer));
  }

  private Payment.Id paid(String paymentId) {
    return GateServer.now(server.payments.find(210, paymentId)).orElseThrow().payment().id();
  }

  @Test
  void openingTwiceIsOneWallet() {
    var again = ask(Good.named("open", ""));

    assertThat(at(again, "wallet.account_id")).isEqualTo(wallet);
    assertThat(at(again, "wallet.customer_id")).isEqualTo("cust-99");
    assertThat(at(again, "wallet.opened_at")).isEqualTo("2026-03-02T09:15:06+0000");
    assertThat(at(again, "wallet.balances")).isEqualTo("[]");
  }

  @Test
  void isFoundByNumberAndByCustomer() {
    topUp("A", 500);
    var byNumber = ask(Good.named("get", wallet));
    var byCustomer =
        ask(Good.named("get", wallet).without("wallet").with("customer.id", "\"cust-99\""));

    assertThat(byCustomer).isEqualTo(byNumber);
    assertThat(at(byNumber, "wallet.balances"))
        .isEqualTo("[{\"currency\":\"MYR\",\"amount\":500}]");
  }

  @Test
  void aHistoryIsReadPageByPageNewestFirst() {
    topUp("A", 500);
    topUp("B", 700);
    topUp("C", 900);
    var history = Good.named("history", wallet).with("page.limit", "2");

    var first = ask(history);
    assertThat(at(first, "entries.0.payment.id")).isEqualTo("C");
    assertThat(at(first, "entries.0.balance_after")).isEqualTo("2100");
    assertThat(at(first, "entries.1.amount")).isEqualTo("700");
    assertThat(at(first, "entries.2")).isEmpty();
    assertThat(at(first, "wallet.currency")).isEqualTo("MYR");

    var second = ask(history.with("page.before", at(first, "next")));
    assertThat(at(second, "entries.0.payment.id")).isEqualTo("A");
    assertThat(at(second, "entries.0.entry_id")).isEqualTo("1");
    assertThat(second.member("next")).isNull();
  }

  @Test
  void aNewWalletHasAnEmptyHistory() {
    var history = ask(Good.named("history", wallet));

    assertThat(at(history, "entries")).isEqualTo("[]");
    assertThat(history.member("next")).isNull();
  }

  @Test
  void aReceiptNamesThePaymentItCameFrom() {
    topUp("TG-2", 12550);

    var receipt = ask(Good.named("receipt", wallet));
    assertThat(receipt.member("account")).isNull();
    assertThat(at(receipt, "entry"))
        .isEqualTo(
            "{\"entry_id\":1,\"amount\":12550,\"balance_after\":12550,\"currency\":\"MYR\","
                + "\"date\":\"2026-03-02T09:15:06+0000\",\"payment\":{\"id\":\"TG-2\",\"operation_id\":"
                + paid("TG-2").operation()
                + ",\"method\":\"Taxi top-up\"}}");
  }

  @Test
  void aReceiptSaysWhoPaidWhereTheProviderTold() {
    topUp("TG-2", 12550, new Payer(Map.of("number", "R900800700600", "wmid", "123123123123")));

    assertThat(at(ask(Good.named("receipt", wallet)), "account"))
        .isEqualTo("{\"number\":\"R900800700600\",\"wmid\":\"123123123123\"}");
  }

  @Test
  void aTopUpIsCreditedAndToldOnce() {
    topUp("A", 500);
    server.happens(paid("A"), new SaleApproved(Money.of(500, "MYR"), "tng"));

    assertThat(at(ask(Good.named("get", wallet)), "wallet.balances.0.amount")).isEqualTo("500");
  }
}
