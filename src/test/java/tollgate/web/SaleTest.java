package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;
import static tollgate.web.TestTenants.KEY;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.json.Json;
import tollgate.payment.Code;
import tollgate.payment.Details.Returns;
import tollgate.payment.Details.Webhooks;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.Timetable;

class SaleTest {

  private GateServer server;
  private String wallet;

  @BeforeEach
  void start() {
    server = GateServer.start();
    wallet = GateServer.now(server.store.wallets().open(210, "cust-88")).number();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Good sale() {
    return Good.named("sale", wallet);
  }

  private Payment taken(Good good) {
    assertThat(server.post(good, KEY).statusCode()).isEqualTo(200);
    return server.payment();
  }

  @Test
  void isTakenAndKeptAsAsked() {
    var response = server.post(sale(), KEY);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type"))
        .hasValue("application/json; charset=utf-8");
    var body = GateServer.read(response.body());
    var payment = server.payment();
    assertThat(body.members().keySet())
        .containsExactly("status", "request_id", "project_id", "payment_id");
    assertThat(at(body, "status")).isEqualTo("success");
    assertThat(at(body, "project_id")).isEqualTo("210");
    assertThat(at(body, "payment_id")).isEqualTo("TG-1");
    assertThat(at(body, "request_id")).isEqualTo(payment.terms().requestId());
    assertThat(payment.state()).isEqualTo(new Processing(false));
    assertThat(payment.terms().amount()).hasToString("125.50 MYR");
    assertThat(payment.terms().timetable()).isEqualTo(new Timetable(120, 172_800));
    assertThat(payment.terms().gateway()).isEqualTo(7);
    assertThat(payment.terms().details().description()).isEqualTo("Top-up №7 / gold");
    assertThat(payment.terms().details().person()).containsEntry("ip_address", "192.0.2.44");
    assertThat(payment.openedAt()).isEqualTo(GateServer.NOW);
  }

  @Test
  void theRequestIdNamesTheOperation() {
    var requestId = taken(sale()).terms().requestId();

    assertThat(requestId).matches("[0-9a-f]{40}-[0-9]{8}");
    assertThat(RequestIds.operation(requestId)).hasValue(server.payment().id().operation());
  }

  @Test
  void everythingThatMayBeGivenIsKept() {
    var terms =
        taken(
                Good.named("topup", wallet)
                    .with("general.merchant_callback_url", "\"https://shop.example/hook\"")
                    .with("general.project_id", "\"210\"")
                    .with("payment.extra_param", "\"x\"")
                    .with("payment.description", "null")
                    .with("callback", "{\"delay\":600,\"force_disable\":1}")
                    .with("return_url.return", "\"https://shop.example/back\"")
                    .with("return_url.decline", "\"\"")
                    .with("customer.email", "\"nur@shop.example\"")
                    .with("customer.country", "\"MY\"")
                    .with("customer.day_of_birth", "\"29-02-2000\"")
                    .with("customer.phone", "\"60123456789\"")
                    .with("interface_type", "{\"id\":12}")
                    .with("receipt_data", "[[{\"deep\":12.50}]]")
                    .with("frame_mode", "\"popup\""))
            .terms();

    assertThat(terms.wallet()).isEqualTo(wallet);
    assertThat(terms.details().extraParam()).isEqualTo("x");
    assertThat(terms.details().description()).isEmpty();
    assertThat(terms.details().webhooks())
        .isEqualTo(new Webhooks("https://shop.example/hook", 600, true));
    assertThat(terms.details().returns())
        .isEqualTo(new Returns("https://shop.example/ok", null, "https://shop.example/back"));
    assertThat(terms.details().person())
        .containsOnlyKeys("ip_address", "email", "country", "day_of_birth", "phone");
  }

  /** Lists of more than ten items and names such as addr2 sort differently in public signers. */
  @ParameterizedTest
  @ValueSource(strings = {"natural", "path bytes", "line bytes"})
  void threeOrdersOfLinesAreAccepted(String order) {
    var message =
        sale()
            .with("list", "[0,1,2,3,4,5,6,7,8,9,10,11]")
            .with("customer.addr", "\"a\"")
            .with("customer.addr2", "\"b\"");

    var response = server.postSignedIn(order, message, KEY);

    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void anOlderKeyStillSigns() {
    assertThat(server.post(sale(), TestTenants.OLD_KEY).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"99, AMOUNT_BELOW_LIMIT", "3000001, AMOUNT_ABOVE_LIMIT"})
  void outsideTheLimitsIsTakenAndDeclinedAtOnce(long amount, Code code) {
    var payment = taken(sale().with("payment.amount", Long.toString(amount)));

    assertThat(payment.state()).isEqualTo(new Declined(code));
    var webhook = server.store.webhook(payment.id(), Effect.NOTIFY_FINAL).orElseThrow();
    assertThat(webhook.url()).isEqualTo("https://taxi.example/hooks");
    assertThat(at(GateServer.read(webhook.body()), "operation.code")).isEqualTo(code.digits());
  }

  @Test
  void aPaymentIdIsTakenOnce() {
    taken(sale());

    var second = server.post(sale().with("payment.amount", "500"), KEY);

    assertThat(second.statusCode()).isEqualTo(409);
    var body = GateServer.read(second.body());
    assertThat(at(body, "code")).isEqualTo("3041");
    assertThat(at(body, "errors.0.field")).isEqualTo("general.payment_id");
    assertThat(server.store.allPayments()).hasSize(1);
    assertThat(server.payment().terms().amount().minor()).isEqualTo(12550);
  }

  @Test
  void anotherProjectMayUseTheSamePaymentId() {
    taken(sale());

    assertThat(server.post(sale().with("general.project_id", "212"), KEY).statusCode())
        .isEqualTo(200);
    assertThat(server.store.allPayments()).hasSize(2);
  }

  @Test
  void aTestProjectMayBeToldOnItsOwnMachine() {
    var url = "http://127.0.0.1:8080/hooks";
    var good =
        sale()
            .with("general.project_id", "212")
            .with("general.merchant_callback_url", Json.text(url).encode());

    assertThat(taken(good).terms().details().webhooks().url()).isEqualTo(url);
  }

  @Test
  void allMistakesAreToldAtOnceAndTheFirstIsOnTop() {
    var bad =
        sale().without("customer").with("payment.amount", "0").with("payment.currency", "\"rm\"");

    var body = GateServer.read(server.post(bad, KEY).body());

    assertThat(at(body, "code")).isEqualTo(at(body, "errors.0.code"));
    assertThat(at(body, "payment_id")).isEmpty();
    assertThat(
            ((Json.Arr) body.at("errors")).items().stream().map(it -> at((Json.Obj) it, "field")))
        .containsExactlyInAnyOrder(
            "customer.id", "customer.ip_address", "payment.amount", "payment.currency");
  }

  @Test
  void withoutADatabaseItSaysTryAgain() {
    server.payments.off = true;

    var response = server.post(sale(), KEY);

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("retry-after")).hasValue("1");
    assertThat(at(GateServer.read(response.body()), "code")).isEqualTo("601");
    assertThat(server.store.journal()).isEmpty();
  }
}
