package tollgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What auditors and scripts can ask, and a customer who plays by himself. */
class OracleTest {

  private final Playground ground = new Playground(Autoplay.pay(1));

  @AfterEach
  void close() {
    ground.close();
  }

  private void charge(String order) {
    var login = (Playground.SERVER_KEY + ":").getBytes(StandardCharsets.UTF_8);
    ground.post(
        "/sandbox/midtrans/v2/charge",
        "{\"payment_type\":\"gopay\",\"transaction_details\":{\"order_id\":\""
            + order
            + "\",\"gross_amount\":15000}}",
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(login));
  }

  private JsonObject midtrans(String path) {
    return ground.json("/sandbox/midtrans" + path);
  }

  @Test
  void totalsAndTransactionsAgree() throws InterruptedException {
    for (var i = 1; i <= 3; i++) charge("A-" + i);
    for (var i = 1; i <= 6; i++) ground.merchant.next("callback " + i);

    assertThat(midtrans("/totals").getMap())
        .containsAllEntriesOf(Map.of("made", 3, "taken", 3, "taken_minor", 4500000));
    var first = midtrans("/transactions?limit=2");
    assertThat(first.getJsonArray("transactions")).hasSize(2);
    var rest = midtrans("/transactions?after=" + first.getLong("next"));
    assertThat(rest.getJsonArray("transactions")).hasSize(1);
    var one = midtrans("/transactions/A-3");
    assertThat(one).isEqualTo(rest.getJsonArray("transactions").getJsonObject(0));
    assertThat(one.getBoolean("taken")).isTrue();
    assertThat(one.getInteger("amount_minor")).isEqualTo(1_500_000);
    assertThat(one.getJsonArray("attempts")).hasSize(2);
  }

  @Test
  void whatIsUnknownIs404() {
    assertThat(ground.get("/sandbox/midtrans/transactions/nobody").statusCode()).isEqualTo(404);
    assertThat(ground.post("/sandbox/touchngo/play/nobody", "").statusCode()).isEqualTo(404);
    assertThat(ground.post("/sandbox/touchngo/play/nobody?action=x", "").statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"match\":\"\",\"faults\":{}}",
        "{\"match\":7,\"faults\":{}}",
        "{\"match\":\"a\",\"faults\":[]}",
        "{\"match\":\"a\",\"faults\":{\"nonsense\":1}}"
      })
  void nonsenseIsNoRule(String body) {
    assertThat(ground.post("/sandbox/faults", body).statusCode()).isEqualTo(400);
  }

  @Test
  void rulesAreListedAndRemoved() {
    ground.post("/sandbox/faults", "{\"match\":\"A-\",\"faults\":{\"duplicate\":3}}");

    assertThat(ground.json("/sandbox/faults").encode())
        .isEqualTo("{\"rules\":[{\"match\":\"A-\",\"faults\":{\"duplicate\":3}}]}");
    assertThat(ground.send("DELETE", "/sandbox/faults", "").body()).isEqualTo("{\"rules\":[]}");
  }
}
