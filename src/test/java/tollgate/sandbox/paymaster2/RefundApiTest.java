package tollgate.sandbox.paymaster2;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.sandbox.Playground;

/** Refunds as the protocol page tells of them (2.2, 2.4). */
class RefundApiTest {

  private final InvoiceCalls calls = new InvoiceCalls(new Playground());
  private String id = "";

  @BeforeEach
  void pay() {
    id = calls.made("TG-212-1", "499.90", "Taxi");
    calls.play(id, "pay");
  }

  @AfterEach
  void close() {
    calls.ground.close();
  }

  @Test
  void neverMoreThanWasTaken() {
    assertThat(calls.refund("r1", id, "99.90").statusCode()).isEqualTo(200);
    assertThat(calls.refund("r2", id, "400.01").statusCode()).isEqualTo(409);
    assertThat(calls.refund("r3", id, "399.99").statusCode()).isEqualTo(200);
    assertThat(refunded()).isEqualTo(49_989);
  }

  @Test
  void onceUnderOneKey() {
    var first = calls.refund("r1", id, "99.90").body();

    assertThat(calls.refund("r1", id, "99.90").body()).isEqualTo(first);
    assertThat(calls.refund("r1", id, "99.91").body()).contains("idempotency_key_violation");
    assertThat(refunded()).isEqualTo(9_990);
  }

  private long refunded() {
    return calls.ground.json("/sandbox/paymaster2/totals").getLong("refunded_minor");
  }

  @Test
  void whatIsNotPaidHasNothingToGiveBack() {
    var open = calls.made("TG-212-2", "499.90", "Taxi");

    assertThat(calls.refund("r1", open, "1.00").body()).contains("invalid_operation");
    assertThat(calls.refund("r1", "7", "1.00").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"99.90, '{}', Success", "400.00, '{}', Rejected", "99.90, '{\"deny\": 1}', Rejected"})
  void theBankDecides(String value, String faults, String status) {
    rule(faults);
    var refund = new JsonObject(calls.refund("r1", id, value).body());

    assertThat(refund.getString("status")).isEqualTo(status);
    assertThat(told(refund)).isEqualTo(status);
  }

  @Test
  void itMayTakeTime() {
    rule("{\"processing\": \"10m\"}");
    var refund = new JsonObject(calls.refund("r1", id, "99.90").body());

    assertThat(refund.getString("status")).isEqualTo("Pending");
    assertThat(told(refund)).isEqualTo("Pending");
    assertThat(refunded()).isZero();
  }

  @Test
  void theReplyCanBeLost() {
    rule("{\"error-after\": 502}");

    assertThat(calls.refund("r1", id, "99.90").statusCode()).isEqualTo(502);
    assertThat(calls.refund("r1", id, "99.90").statusCode()).isEqualTo(200);
    assertThat(refunded()).isEqualTo(9_990);
  }

  private void rule(String faults) {
    calls.ground.post("/sandbox/faults", "{\"match\": \"r1\", \"faults\": " + faults + "}");
  }

  private String told(JsonObject refund) {
    var found = calls.call("GET", "/refunds/" + refund.getString("id")).body();
    return Objects.toString(new JsonObject(found).getString("status"));
  }
}
