package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;
import static tollgate.web.TestTenants.KEY;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tollgate.gate.PaymentBody;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.RedirectData;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.signing.GateSignature.Verdict;

class StatusTest {

  private GateServer server;

  @BeforeEach
  void start() {
    server = GateServer.start();
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

  private void taken() {
    assertThat(server.post(Good.named("sale", ""), KEY).statusCode()).isEqualTo(200);
  }

  private Good status() {
    return Good.named("status", "");
  }

  private Good request(String requestId) {
    return Good.named("request", "").with("request_id", Json.text(requestId).encode());
  }

  @Test
  void aPaymentIsToldAsItIs() {
    taken();
    assertThat(at(ask(status()), "payment.status")).isEqualTo("processing");

    var to = RedirectData.get("https://pay.example/x");
    server.happens(server.payment().id(), new CustomerRedirected(to, "tng-1"));
    assertThat(at(ask(status()), "redirect_data.url")).isEqualTo("https://pay.example/x");

    server.happens(server.payment().id(), new SaleApproved(Money.of(12550, "MYR"), "tng-1"));
    assertThat(ask(status()))
        .isEqualTo(PaymentBody.status(server.payment(), TestTenants.project(210)));
    assertThat(at(ask(status()), "operations.0.code")).isEqualTo("0");
  }

  @Test
  void aDestinationIsIgnored() {
    taken();

    assertThat(at(ask(status().with("destination", "\"merchant\"")), "payment.id"))
        .isEqualTo("TG-1");
  }

  @Test
  void anUnknownPaymentIsAnAnswer() {
    assertThat(ask(status()))
        .isEqualTo(
            GateServer.object(
                """
                {"project_id":210,"payment":{"id":"TG-1","status":"error"},
                 "errors":[{"code":"3061","message":"Transaction not found"}]}
                """));
  }

  @Test
  void aPaymentOfAnotherProjectIsUnknown() {
    taken();

    assertThat(at(ask(status().with("general.project_id", "212")), "errors.0.code"))
        .isEqualTo("3061");
  }

  @Test
  void anAcceptedRequestIsItsPayment() {
    taken();

    assertThat(ask(request(server.payment().terms().requestId()))).isEqualTo(ask(status()));
  }

  @Test
  void aRefusedRequestIsToldWithItsErrors() {
    var bad = Good.named("sale", "").with("payment.currency", "\"USD\"");
    var refused = GateServer.read(server.post(bad, KEY).body());

    var told = ask(request(at(refused, "request_id")));

    assertThat(at(told, "payment.id")).isEqualTo("TG-1");
    assertThat(at(told, "payment.status")).isEqualTo("error");
    assertThat(told.member("errors")).isEqualTo(refused.member("errors"));
    assertThat(at(told, "errors.0.code")).isEqualTo("3121");
  }

  @Test
  void aRepeatedPaymentIdIsToldByItsOwnRequest() {
    taken();
    var refused = GateServer.read(server.post(Good.named("sale", ""), KEY).body());

    assertThat(at(ask(request(at(refused, "request_id"))), "errors.0.code")).isEqualTo("3041");
  }

  /** Every digit counts: the number of an operation alone finds nothing. */
  @Test
  void aGuessedRequestIdIsUnknown() {
    taken();
    var real = server.payment().terms().requestId();
    var guessed = real.substring(0, 16) + "0".repeat(24) + real.substring(40);

    assertThat(at(ask(request(guessed)), "errors.0.code")).isEqualTo("3061");
    assertThat(at(ask(request("x")), "errors.0.code")).isEqualTo("3061");
    assertThat(at(ask(request("f".repeat(40) + "-00000001")), "errors.0.code")).isEqualTo("3061");
  }

  @Test
  void aStatusThatCannotBeReadSaysSo() {
    server.payments.off = true;

    var response = server.post(status(), KEY);

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(at(GateServer.read(response.body()), "code")).isEqualTo("3062");
  }

  @Test
  void aSignatureIsCheckedWhereverItStands() {
    var good = Good.named("check", "");
    var flat = new Good(good.path(), true, GateServer.object("{\"project_id\":210,\"a\":[1]}"));

    for (var each : new Good[] {good, flat}) {
      var response = server.post(each, KEY);
      assertThat(new String(response.body(), UTF_8)).isEqualTo("{\"status\":\"success\"}");
    }
    assertThat(server.store.journal()).isEmpty();
  }
}
