package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;
import static tollgate.web.TestTenants.KEY;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.SaleApproved;

/** A merchant with money, and words for what it asks and sees. */
abstract class MoneyGround {

  GateServer server;
  String wallet;

  @BeforeEach
  void start() {
    server = open();
    wallet = GateServer.now(server.store.wallets().open(210, "cust-88")).number();
  }

  GateServer open() {
    return GateServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  final Good refundOfTopUp() {
    return Good.named("refund", wallet).at("/v2/payment/wallet/taxi/refund");
  }

  Json.Obj ask(String name) {
    return post(Good.named(name, wallet));
  }

  Json.Obj post(Good good) {
    var response = server.post(good, KEY);
    assertThat(response.statusCode()).isEqualTo(200);
    return GateServer.read(response.body());
  }

  String code(Good good) {
    var response = server.post(good, KEY);
    assertThat(response.statusCode()).isEqualTo(400);
    return at(GateServer.read(response.body()), "code");
  }

  Json.Obj status(String paymentId) {
    return post(Good.named("status", wallet).with("general.payment_id", '"' + paymentId + '"'));
  }

  void earn(String paymentId, long amount) {
    pay(Good.named("sale", wallet), paymentId, amount);
  }

  void topUp(String paymentId, long amount) {
    pay(Good.named("topup", wallet), paymentId, amount);
  }

  void pay(Good good, String paymentId, long amount) {
    post(
        good.with("general.payment_id", '"' + paymentId + '"')
            .with("payment.amount", Long.toString(amount)));
    happens(paymentId, new SaleApproved(Money.of(amount, "MYR"), "theirs-" + paymentId));
  }

  void happens(String paymentId, PaymentEvent event) {
    server.happens(payment(paymentId).id(), event);
  }

  Payment payment(String paymentId) {
    return GateServer.now(server.payments.find(210, paymentId)).orElseThrow().payment();
  }

  Json.Obj told(long operation) {
    var webhook = server.store.webhook(new Payment.Id(210, operation), Effect.NOTIFY_FINAL);
    return GateServer.read(webhook.orElseThrow().body());
  }

  long merchantHas() {
    return holds("merchant");
  }

  long walletHas() {
    return holds("wallet:" + wallet);
  }

  long holds(String address) {
    return server.store.balances().entrySet().stream()
        .filter(each -> each.getKey().address().equals(address))
        .mapToLong(each -> each.getValue().minor())
        .sum();
  }
}
