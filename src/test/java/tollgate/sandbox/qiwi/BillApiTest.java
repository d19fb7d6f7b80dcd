package tollgate.sandbox.qiwi;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.sandbox.qiwi.QiwiCalls.BASE;
import static tollgate.sandbox.qiwi.QiwiCalls.BILLS;
import static tollgate.sandbox.qiwi.QiwiCalls.body;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.sandbox.Playground;

/** The calls of merchants, §2 and §3. */
class BillApiTest {

  private final Playground ground = new Playground();
  private final QiwiCalls calls = new QiwiCalls(ground);

  @AfterEach
  void close() {
    ground.close();
  }

  private static String status(HttpResponse<String> answer) {
    return new JsonObject(answer.body()).getJsonObject("status").getString("value");
  }

  private static String error(HttpResponse<String> answer) {
    return answer.statusCode() + " " + new JsonObject(answer.body()).getString("errorCode");
  }

  @Test
  void aBillIsAnsweredOnOneLineWithTheDocumentedFieldsOnly() {
    var answer = calls.put("TG-212-1", body("RUB", "150.50", "Поездка"));

    var bill = new JsonObject(answer.body());
    assertThat(answer.body()).doesNotContain("\n");
    assertThat(bill.fieldNames())
        .containsExactlyInAnyOrder(
            "siteId",
            "billId",
            "amount",
            "status",
            "customFields",
            "comment",
            "creationDateTime",
            "expirationDateTime",
            "payUrl");
    assertThat(bill.getJsonObject("amount").encode())
        .isEqualTo("{\"currency\":\"RUB\",\"value\":\"150.50\"}");
    assertThat(bill.getString("creationDateTime")).isEqualTo("2026-03-01T06:00:02.000+03:00");
    assertThat(bill.getString("payUrl")).startsWith(ground.url() + BASE + "/form/?invoice_uid=");
    assertThat(status(answer)).isEqualTo("WAITING");
    assertThat(new JsonObject(calls.call("GET", "TG-212-1", "").body())).isEqualTo(bill);
  }

  @Test
  void anIdMayHoldASpaceAndASlash() {
    var bill = calls.made("tg%20bill%2F1002", "");

    assertThat(bill.getString("billId")).isEqualTo("tg bill/1002");
    assertThat(calls.call("GET", "tg%20bill%2F1002", "").statusCode()).isEqualTo(200);
  }

  @Test
  void theSameBillIsFoundAgainAndAnotherRefused() {
    var bill = calls.made("TG-212-1", "");

    assertThat(calls.made("TG-212-1", "")).isEqualTo(bill);
    assertThat(error(calls.put("TG-212-1", body("RUB", "150.51", ""))))
        .isEqualTo("409 invoice.already.exists");
    assertThat(error(calls.put("TG-212-1", body("KZT", "150.50", ""))))
        .isEqualTo("409 invoice.already.exists");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {"amount":{"currency":"RUB","value":"5"}}                                                                  | 400 validation.error
          {"amount":{"currency":"USD","value":"5.00"},"expirationDateTime":"2026-03-02T00:00:00+03:00"}              | 400 validation.error
          {"amount":{"currency":"RUB","value":"5.001"},"expirationDateTime":"2026-03-02T00:00:00+03:00"}             | 400 validation.error
          {"amount":{"currency":"RUB","value":"0.00"},"expirationDateTime":"2026-03-02T00:00:00+03:00"}              | 400 validation.error
          {"amount":{"currency":"RUB","value":"1000000.00"},"expirationDateTime":"2026-03-02T00:00:00+03:00"}        | 400 validation.error
          {"amount":{"currency":"RUB","value":"5.00"},"expirationDateTime":"2026-03-01T00:00:00+03:00"}              | 400 validation.error
          {"amount":{"currency":"RUB","value":"5.00"},"expirationDateTime":"2026-03-02"}                             | 400 validation.error
          {"amount":{"currency":"RUB","value":"5.00"},"expirationDateTime":"2026-03-02T00:00:00+03:00","comment":1}  | 400 validation.error
          {"amount":"5.00","expirationDateTime":"2026-03-02T00:00:00+03:00"}                                         | 400 validation.error
          {"amount":                                                                                                 | 400 http.message.conversion.failed
          []                                                                                                         | 400 http.message.conversion.failed
          """)
  void whatIsNoBillIsRefused(String body, String expected) {
    assertThat(error(calls.call("PUT", "TG-212-1", body))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T06:30:02+03:00",
        "2026-03-01T06:30:02+0300",
        "2026-03-01T06:30:02.5+03",
        "2026-03-01T03:30:02.123Z",
        "2026-03-01T03:30+00:00"
      })
  void everyOffsetIsRead(String time) {
    var body = body("KZT", 2000, "").put("expirationDateTime", time);

    assertThat(calls.put("TG-212-1", body).statusCode()).isEqualTo(200);
  }

  /** As the official client in Java sends it. */
  @Test
  void aFieldWithoutAValueIsNotThere() {
    var body = body("RUB", "5.00", "");
    body.getJsonObject("customFields").putNull("checkoutReferer");
    body.put("customer", new JsonObject().put("account", "cust-88").putNull("email"));

    assertThat(calls.put("TG-212-1", body).body())
        .contains("\"customer\":{\"account\":\"cust-88\"}")
        .contains("\"customFields\":{\"apiClient\":\"tollgate\"}");
  }

  @Test
  void whoHasNoKeyLearnsNothing() {
    calls.made("TG-212-1", "");

    assertThat(error(ground.get(BILLS + "TG-212-1"))).isEqualTo("401 auth.unauthorized");
    assertThat(error(ground.get(BILLS + "TG-212-1", "Authorization", "Bearer qiwi-public")))
        .isEqualTo("401 auth.unauthorized");
    assertThat(error(calls.call("GET", "TG-212-2", ""))).isEqualTo("404 api.invoice.not.found");
  }

  @Test
  void anErrorHasNoFieldOfABill() {
    var body = new JsonObject(calls.call("GET", "TG-212-2", "").body());

    assertThat(body.fieldNames())
        .containsExactlyInAnyOrder(
            "serviceName", "errorCode", "description", "userMessage", "dateTime", "traceId");
  }

  @Test
  void anUnpaidBillIsRejectedAndAPaidOneIsNot() {
    calls.made("TG-212-1", "");
    calls.made("TG-212-2", "");
    calls.play("TG-212-2", "pay");

    assertThat(status(calls.call("POST", "TG-212-1/reject", ""))).isEqualTo("REJECTED");
    assertThat(status(calls.call("POST", "TG-212-1/reject", ""))).isEqualTo("REJECTED");
    assertThat(calls.play("TG-212-1", "pay").getBoolean("taken")).isFalse();
    assertThat(error(calls.call("POST", "TG-212-2/reject", ""))).isEqualTo("400 validation.error");
  }

  @Test
  void aRefundIsMadeOnceUnderItsIdAndNeverAboveTheBill() {
    calls.made("TG-212-1", "");
    assertThat(error(calls.refund("TG-212-1", "R-1", "1.00"))).isEqualTo("400 validation.error");
    calls.play("TG-212-1", "pay");

    assertThat(calls.refund("TG-212-1", "R-1", "100.50").body())
        .contains("\"refundId\":\"R-1\"", "\"value\":\"100.50\"", "\"status\":\"PARTIAL\"");
    assertThat(calls.refund("TG-212-1", "R-1", "100.50").body()).contains("PARTIAL");
    assertThat(error(calls.refund("TG-212-1", "R-1", "100.00")))
        .isEqualTo("400 refund.incorrect.amount");
    assertThat(error(calls.refund("TG-212-1", "R-2", "50.01")))
        .isEqualTo("400 refund.incorrect.amount");
    assertThat(calls.refund("TG-212-1", "R-2", "50.00").body()).contains("\"status\":\"FULL\"");
    assertThat(calls.call("GET", "TG-212-1/refunds/R-2", "").body()).contains("FULL");
    assertThat(calls.call("GET", "TG-212-1/refunds/R-3", "").statusCode()).isEqualTo(404);
    assertThat(ground.json(BASE + "/totals").getLong("refunded_minor")).isEqualTo(15050);
  }

  /** Of bills of 1000.00: by an amount with a meaning, or by a rule for the refund. */
  @ParameterizedTest
  @CsvSource({
    "400.00, {}, 400 refund.incorrect.amount",
    "404.00, {}, 400 refund.incorrect.amount",
    "406.03, {}, 500 internal.error",
    "50.00, {\"deny\":true}, 400 refund.incorrect.amount",
    "50.00, {\"processing\":\"10m\"}, 500 internal.error"
  })
  void aRefundIsRefusedOrIsNotFinished(String amount, String faults, String error) {
    ground.post("/sandbox/faults", "{\"match\":\"R-\",\"faults\":" + faults + "}");
    calls.put("TG-212-1", body("RUB", "1000.00", ""));
    calls.play("TG-212-1", "pay");

    for (var time = 1; time <= 2; time++) {
      assertThat(error(calls.refund("TG-212-1", "R-1", amount))).isEqualTo(error);
    }
    assertThat(calls.call("GET", "TG-212-1/refunds/R-1", "").statusCode()).isEqualTo(404);
    assertThat(calls.refund("TG-212-1", "S-1", "1000.00").body()).contains("FULL");
  }

  @Test
  void theAnswerMayBeLost() {
    var body = body("RUB", "150.50", "sandbox:error-after=500");

    assertThat(error(calls.put("TG-212-1", body))).isEqualTo("500 internal.error");
    assertThat(calls.call("GET", "TG-212-1", "").statusCode()).isEqualTo(200);
    assertThat(calls.put("TG-212-1", body).statusCode()).isEqualTo(200);
  }

  @Test
  void theStatusMayFail() {
    calls.made("TG-212-1", "sandbox:status-error=500");

    assertThat(error(calls.call("GET", "TG-212-1", ""))).isEqualTo("500 internal.error");
    assertThat(calls.call("GET", "TG-212-1", "").statusCode()).isEqualTo(200);
  }

  @Test
  void aBillExpires() {
    calls.made("TG-212-1", "");
    ground.later(Duration.ofMinutes(31));

    assertThat(calls.play("TG-212-1", "pay").getString("status")).isEqualTo("EXPIRED");
  }
}
