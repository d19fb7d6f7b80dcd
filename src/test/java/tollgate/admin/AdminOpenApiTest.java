package tollgate.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.support.OpenApi;

/**
 * The OpenAPI document says of the admin port what is there, no less and no more; and those who
 * have the token can read it. What it says of messages is held in every other test of this room.
 */
class AdminOpenApiTest {

  private static final String WHERE = "src/main/resources/tollgate/docs/admin.yaml";
  private static final Pattern ANCHOR = Pattern.compile("href=\"#([^\"]+)\"");

  private static AdminServer server;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    server = new AdminServer(folder);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void everyRouteIsInTheDocument() {
    var missing = new TreeSet<>(server.routes());
    missing.removeAll(OpenApi.ADMIN.documented());

    assertThat(missing)
        .as("Routes of the admin port that %s does not have: add each below `paths`", WHERE)
        .isEmpty();
  }

  @Test
  void everythingInTheDocumentIsARoute() {
    var missing = new TreeSet<>(OpenApi.ADMIN.documented());
    missing.removeAll(server.routes());

    assertThat(missing).as("%s promises what no route keeps", WHERE).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/openapi.json, application/json, '{\"openapi\":\"3.1.0\",'",
    "/openapi.yaml, application/yaml; charset=utf-8, '# The admin port of Tollgate'",
    "/docs, text/html; charset=utf-8, '<!doctype html><html lang=\"en\">'",
    "/docs.css, text/css; charset=utf-8, ':root {'",
  })
  void isServedToThoseWhoHaveTheToken(String path, String type, String start) {
    for (var answer : List.of(server.get(path), withPassword(path, AdminServer.TOKEN))) {
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type")).hasValue(type);
      assertThat(answer.body()).startsWith(start);
    }
    for (var wrong : List.of(withPassword(path, "x"), withPassword(path, ""), nobody(path))) {
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(wrong.headers().firstValue("www-authenticate"))
          .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic "));
      assertThat(wrong.body()).contains("the token is missing or wrong").hasSizeLessThan(100);
    }
  }

  @Test
  void aPasswordOpensNoCall() {
    var answer = withPassword("/admin/v1/centres", AdminServer.TOKEN);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer");
  }

  @Test
  void thePageTellsOfEveryCallAndItsLinksLeadSomewhere() {
    var page = server.get("/docs").body();

    for (var route : OpenApi.ADMIN.documented()) {
      assertThat(page).contains("<code>" + route.substring(route.indexOf(' ') + 1) + "</code>");
    }
    assertThat(ANCHOR.matcher(page).results().map(link -> link.group(1)).distinct())
        .hasSizeGreaterThan(50)
        .allSatisfy(anchor -> assertThat(page).contains("id=\"" + anchor + "\""));
    assertThat(page).doesNotContain("<script", " style=", "$ref", "Webhooks</h2>");
  }

  private static HttpResponse<String> nobody(String path) {
    return server.plain("GET", path, null, List.of());
  }

  private static HttpResponse<String> withPassword(String path, String password) {
    var pair = Base64.getEncoder().encodeToString(("ann:" + password).getBytes(UTF_8));
    return server.plain("GET", path, null, List.of("Authorization", "Basic " + pair));
  }
}
