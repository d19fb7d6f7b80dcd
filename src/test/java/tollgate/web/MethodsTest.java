package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;
import static tollgate.web.TestTenants.KEY;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.signing.GateSignature.Verdict;

/** What a project's customers can pay with now, and how it does. */
class MethodsTest {

  private GateServer server;

  @BeforeEach
  void start() {
    server = GateServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** The method of that code; an answer that is not signed fails. */
  private Json.Obj method(String code) {
    var response = server.post(Good.named("methods", ""), KEY);
    assertThat(response.statusCode()).isEqualTo(200);
    var body = GateServer.read(response.body());
    assertThat(GateSignature.verify(body, Place.ROOT, KEY)).isEqualTo(Verdict.RIGHT);
    return ((Json.Arr) body.member("methods"))
        .items().stream()
            .map(Json.Obj.class::cast)
            .filter(each -> code.equals(each.text("code")))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void aMethodThatNobodyUsedHasBoundsAndNoFigures() {
    assertThat(method("touchngo").encode())
        .isEqualTo(
            "{\"code\":\"touchngo\",\"title\":\"Touchngo Wallet\",\"currency\":\"MYR\",\"step\":1,"
                + "\"top_up_only\":false,\"available\":true,\"breaker\":\"closed\",\"min\":100,"
                + "\"max\":3000000,\"measured_sales\":0}");
  }

  @Test
  void whatWasDecidedIsMeasured() {
    decided("A", new SaleApproved(Money.of(12550, "MYR"), "tng"));
    decided("B", new SaleDeclined(Code.CUSTOMER_FUNDS_SHORT, "tng"));

    var touchngo = method("touchngo");
    assertThat(at(touchngo, "measured_sales")).isEqualTo("2");
    assertThat(at(touchngo, "success_percent")).isEqualTo("50");
    assertThat(touchngo.member("confirm_p50_ms")).isNotNull();
    assertThat(touchngo.member("confirm_p95_ms")).isNotNull();
  }

  private void decided(String paymentId, PaymentEvent event) {
    var good = Good.named("sale", "").with("general.payment_id", Json.text(paymentId).encode());
    assertThat(server.post(good, KEY).statusCode()).isEqualTo(200);
    server.happens(id(paymentId), event);
  }

  private Payment.Id id(String paymentId) {
    return GateServer.now(server.payments.find(210, paymentId)).orElseThrow().payment().id();
  }

  @Test
  void aMethodWhoseProviderFailsIsNotAvailable() {
    server.breakers.setProperty("touchngo", "open");
    assertThat(method("touchngo").encode()).contains("\"available\":false,\"breaker\":\"open\"");

    server.breakers.setProperty("touchngo", "half_open");
    assertThat(method("touchngo").encode())
        .contains("\"available\":true,\"breaker\":\"half_open\"");
  }
}
