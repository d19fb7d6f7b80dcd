package tollgate.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.signing.GateSignature.Place.ROOT;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.signing.GateSignature;
import tollgate.tenant.Secret;

/** The merchant believes what is signed and meant for it, keeps a few of them, and nothing else. */
class ReceiverTest {

  private static Taxi taxi;

  @BeforeAll
  static void open() {
    taxi = new Taxi();
  }

  @AfterAll
  static void close() {
    taxi.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          signed with our key              | 210 | demo-secret-210 | 210 | 200
          signed with another's key        | 210 | demo-secret-211 | 210 | 403
          not signed                       | 210 |                 | 210 | 403
          another project's, to our door   | 210 | demo-secret-210 | 211 | 403
          no project of ours               | 219 | demo-secret-210 | 212 | 404
          """)
  void believesOurGateway(String what, String door, String key, long project, int status) {
    assertThat(taxi.post("/demo/webhooks/" + door, webhook(project, key, 1)).statusCode())
        .as(what)
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''              | 400
          {               | 400
          []              | 400
          {"a":1,"a":2}   | 400
          {"a":1}         | 403
          """)
  void refusesWhatIsNoWebhook(String body, int status) {
    assertThat(taxi.post("/demo/webhooks/211", body).statusCode()).isEqualTo(status);
  }

  @Test
  void refusesMoreThanItKeeps() {
    assertThat(taxi.post("/demo/webhooks/211", "x".repeat(70_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void keepsTheLatestAndAFloodPushesNothingOut() {
    try (var own = new Taxi()) {
      for (int n = 1; n <= 5; n++) {
        own.post("/demo/webhooks/210", webhook(210, "demo-secret-210", n));
      }
      for (int n = 0; n < 9; n++) own.post("/demo/webhooks/210", "{}");

      var list = ((Json.Arr) tree(own.read("/demo/webhooks?project=210").body())).items();
      assertThat(list).hasSize(Taxi.QUICK.webhooksMax() + Taxi.QUICK.refusedMax());
      assertThat(list.stream().filter(one -> verified(one)).map(ReceiverTest::operation))
          .containsExactly("5", "4", "3");
      assertThat(own.read("/demo/webhooks?project=219").statusCode()).isEqualTo(404);
    }
  }

  private static boolean verified(Json one) {
    return Json.bool(true).equals(((Json.Obj) one).member("verified"));
  }

  private static String operation(Json one) {
    return String.valueOf(((Json.Obj) one).at("body", "operation", "id"));
  }

  static String webhook(long project, String key, long operation) {
    var body =
        Json.object()
            .put("project_id", project)
            .put("customer", Json.object().put("id", "rider-1"))
            .put("operation", Json.object().put("id", operation))
            .build();
    if (key == null) return body.encode();
    return GateSignature.with(new Secret(key)).signed(body, ROOT).encode();
  }

  static Json tree(String text) {
    try {
      return JsonReader.read(
          text.getBytes(java.nio.charset.StandardCharsets.UTF_8), Limits.MESSAGE);
    } catch (JsonRefused broken) {
      throw new IllegalArgumentException(text, broken);
    }
  }
}
