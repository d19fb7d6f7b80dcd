package tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.tenant.Bounds;
import tollgate.tenant.Secret;

/** The admin API over HTTP, as a settlement centre's manager uses it. */
class AdminTest extends AdminGround {

  private static final String GATEWAY = "/admin/v1/centres/demo/gateways/";
  private static final String PROJECT = "/admin/v1/centres/demo/projects/";
  private static final List<String> CANARIES =
      List.of(
          "demo-touchngo-merchant-key",
          "SB-Mid-server-demo",
          "demo-secret-21",
          "demo-data-token-of",
          "demo-data-key");

  @Test
  void aCentreSetsUpAGatewayAProjectAndAMethod() {
    ok(201, put("/admin/v1/centres/kl", "{\"name\":\"Kuala Lumpur\",\"brand\":\"Taxi\"}"));
    ok(
        201,
        put(
            "/admin/v1/centres/kl/gateways/31",
            """
            {"provider":"touchngo","base":"https://tng.example","fields":{"merchant_code":"M1"},
             "keys":{"merchant_key":"very-secret-key"},"baseTime":"2m","limitTime":"1h",
             "tariffs":{"MYR":{"percent":"1.5","fixed":"0.50","bearer":"receiver"}},
             "limits":{"MYR":{"min":"5.00","max":"100.00"}}}
            """));
    ok(
        201,
        put(
            "/admin/v1/centres/kl/projects/310",
            """
            {"name":"Taxi","secrets":["first-secret"],"webhookUrl":"https://taxi.example/hook",
             "networks":["203.0.113.0/24"],"requestsPerSecond":50,"lateSuccess":"refund"}
            """));
    ok(201, put("/admin/v1/centres/kl/projects/310/methods/touchngo", "{\"gateway\":31}"));

    var project = server.directory.get().project(310);
    var offer = project.offer("touchngo");
    assertThat(offer.limit()).isEqualTo(3600);
    assertThat(offer.bounds(offer.method().currency())).contains(new Bounds(500, 10_000));
    assertThat(offer.gateway().key("merchant_key")).isEqualTo(new Secret("very-secret-key"));
    assertThat(project.terms().admits("203.0.113.9")).isTrue();
    var shown = server.get("/admin/v1/centres/kl/gateways/31");
    assertThat(shown.body())
        .contains("\"merchant_key\":\"***\"", "\"percent\":\"1.5\"")
        .doesNotContain("very-secret-key");

    var off = shown.body().strip().replaceFirst("\\{", "{\"on\":false,");
    ok(200, put("/admin/v1/centres/kl/gateways/31", off, "If-Match", etag(shown)));
    assertThat(server.directory.get().project(310).offer("touchngo")).isNull();
    assertThat(server.directory.get().gateway(31).key("merchant_key"))
        .isEqualTo(new Secret("very-secret-key"));
  }

  @Test
  void aProjectHasAMidnightOfItsOwn() {
    var terms = "\"webhookUrl\":\"https://taxi.example/hook\",\"timeZone\":\"Asia/Jakarta\"}";
    var project = "{\"name\":\"Taxi\",\"secrets\":[\"first-secret\"]," + terms;
    ok(201, put("/admin/v1/centres/demo/projects/911", project));

    var zone = server.directory.get().project(911).terms().timeZone();
    assertThat(zone).isEqualTo(ZoneId.of("Asia/Jakarta"));
  }

  @Test
  void whoeverComesSecondIsTold() {
    var seen = server.get(PROJECT + "211");
    var body = seen.body().strip();

    ok(428, put(PROJECT + "211", body));
    ok(412, put(PROJECT + "211", body, "If-Match", "\"999\""));
    ok(200, put(PROJECT + "211", body.replace("Jakarta", "Bandung"), "If-Match", etag(seen)));
    ok(412, put(PROJECT + "211", body, "If-Match", etag(seen)));
    ok(200, put(PROJECT + "211", body, "If-Match", "*"));
    ok(412, put(PROJECT + "999", body, "If-Match", "*"));
    assertThat(server.directory.get().project(211).activation("gopay")).isNotNull();
  }

  @Test
  void secretsAreChangedInTwoStepsAndShownOnce() {
    ok(201, put(PROJECT + "220", project("old-secret-220")));
    ok(422, server.send("DELETE", PROJECT + "220/secrets/older", null));

    var added = ok(201, server.send("POST", PROJECT + "220/secrets", null));
    var secrets = server.directory.get().project(220).secrets();
    assertThat(secrets).hasSize(2).element(1).isEqualTo(new Secret("old-secret-220"));
    assertThat(added.body()).contains(secrets.getFirst().reveal());
    assertThat(secrets.getFirst().reveal()).hasSize(43);
    ok(422, server.send("POST", PROJECT + "220/secrets", "{\"secret\":\"third\"}"));
    assertThat(server.get(PROJECT + "220").body()).contains("[\"***1\",\"***2\"]");

    ok(204, server.send("DELETE", PROJECT + "220/secrets/older", null));
    assertThat(server.directory.get().project(220).secrets()).isEqualTo(secrets.subList(0, 1));
  }

  @Test
  void nothingIsDeletedButAMethod() {
    ok(405, server.send("DELETE", GATEWAY + "1", null));
    ok(405, server.send("DELETE", PROJECT + "210", null));
    ok(201, put(PROJECT + "230", project("a-secret-of-230")));
    ok(
        201,
        put(PROJECT + "230/methods/touchngo", "{\"gateway\":1,\"base\":\"1m\",\"limit\":\"1h\"}"));
    ok(428, server.send("DELETE", PROJECT + "230/methods/touchngo", null));

    ok(204, server.send("DELETE", PROJECT + "230/methods/touchngo", null, "If-Match", "*"));

    ok(404, server.get(PROJECT + "230/methods/touchngo"));
    ok(404, server.send("DELETE", PROJECT + "230/methods/touchngo", null, "If-Match", "*"));
  }

  @Test
  void whatIsExportedCanBeImportedAndChangesNothing() throws Exception {
    var masked = ok(200, server.get("/admin/v1/configuration")).body();
    assertThat(masked).contains("settlementCentres:", "server_key: '***'").doesNotContain(CANARIES);

    assertThat(ok(200, server.send("POST", "/admin/v1/configuration", masked)).body())
        .contains("\"changed\":[]");
    var clear = ok(200, server.get("/admin/v1/configuration?secrets=clear")).body();
    assertThat(clear).contains(CANARIES);
    assertThat(ok(200, server.send("POST", "/admin/v1/configuration", clear)).body())
        .contains("\"changed\":[]");
    assertThat(ok(200, server.get("/admin/v1/configuration/changes")).body())
        .contains("\"what\":\"export with secrets\"")
        .doesNotContain(CANARIES);
    var demo = Files.readString(Path.of("config/demo.yaml"));
    assertThat(ok(422, server.send("POST", "/admin/v1/configuration", demo)).body())
        .contains("an import has tenants alone", "import:");
  }

  @Test
  void anImportMayBeCalledAFormAsCurlDoes() {
    var text = new StringBuilder("settlementCentres:\n");
    for (var i = 0; i < 999; i++) text.append("  form-%d: {name: 100%%}\n".formatted(i));
    var form = List.of("Content-Type", "application/x-www-form-urlencoded").toArray(String[]::new);

    var answer = server.send("POST", "/admin/v1/configuration", text.toString(), form);
    assertThat(ok(200, answer).body()).contains("centre form-0", "centre form-998");
  }

  @Test
  void theMasterKeyIsChangedWhileWeRun() throws Exception {
    server.addKey("k2");

    var first = ok(200, server.send("POST", "/admin/v1/configuration/rewrap", null)).body();
    var second = ok(200, server.send("POST", "/admin/v1/configuration/rewrap", null)).body();

    assertThat(first).doesNotContain(":0}");
    assertThat(second).contains("\"rewrapped\":0");
  }

  @Test
  void whoDidItIsWrittenDown() {
    ok(201, put(PROJECT + "240", project("a-secret-of-240"), "Tollgate-User", "ann@taxi"));

    assertThat(server.get("/admin/v1/configuration/changes").body())
        .contains("\"who\":\"admin: ann@taxi\",\"what\":\"put\",\"thing\":\"project 240\"")
        .doesNotContain("a-secret-of-240");
    ok(400, server.get("/admin/v1/configuration/changes?before=x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''
          Basic YTpi
          Bearer
          Bearer a-token-of-the-admin
          Bearer a-token-of-the-adminss
          bearer a-token-of-the-admins
          """)
  void withoutTheTokenNobodyLearnsAnything(String header) {
    var headers = header.isEmpty() ? List.<String>of() : List.of("Authorization", header);
    for (var path : List.of("/admin/v1/centres", "/admin/v1/configuration", "/nowhere")) {
      var answer = server.plain("GET", path, null, headers);
      ok(401, answer);
      assertThat(answer.body()).doesNotContain("demo");
    }
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/admin/bad-inputs.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void badInputIsNamedAndChangesNothing(
      String method, String path, @Nullable String body, int status, String why) {
    var before = server.directory.book();

    var answer = server.send(method, "/admin/v1/" + path, body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(why).doesNotContain(CANARIES).doesNotContain("hidden");
    assertThat(server.directory.book()).isEqualTo(before);
  }

  private static String project(String secret) {
    return "{\"name\":\"Taxi\",\"secrets\":[\"%s\"],\"webhookUrl\":\"https://taxi.example/\"}"
        .formatted(secret);
  }

  private static HttpResponse<String> put(String path, String body, String... headers) {
    return server.send("PUT", path, body, headers);
  }
}
