package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.support.OpenApi;

/**
 * The OpenAPI document says of the public port what is there, no less and no more; and people can
 * read it. What it says of messages is held by {@link OpenApi} in every other test of this room.
 */
class OpenApiTest {

  private static final String WHERE = "src/main/resources/tollgate/docs/openapi.yaml";
  private static final Pattern ANCHOR = Pattern.compile("href=\"#([^\"]+)\"");

  private static GateServer server;

  @BeforeAll
  static void start() {
    server = GateServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void everyRouteIsInTheDocument() {
    var missing = new TreeSet<>(server.routes());
    missing.removeAll(OpenApi.GATE.documented());

    assertThat(missing)
        .as(
            "Routes of the public port that %s does not have. Add each below `paths`, with an"
                + " operationId, a tag, its message and answers (schemas below `components`) and"
                + " every HTTP status that it gives; a new webhook member belongs to the schema"
                + " Webhook",
            WHERE)
        .isEmpty();
  }

  @Test
  void everythingInTheDocumentIsARoute() {
    var missing = new TreeSet<>(OpenApi.GATE.documented());
    missing.removeAll(server.routes());

    assertThat(missing).as("%s promises what no route keeps", WHERE).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/openapi.json, application/json, '{\"openapi\":\"3.1.0\",'",
    "/openapi.yaml, application/yaml; charset=utf-8, '# The public port of Tollgate'",
    "/docs, text/html; charset=utf-8, '<!doctype html><html lang=\"en\">'",
    "/docs.css, text/css; charset=utf-8, ':root {'",
  })
  void isServed(String path, String type, String start) {
    var response = get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).hasValue(type);
    assertThat(response.headers().firstValue("content-security-policy").orElse(""))
        .startsWith("default-src 'none'; style-src 'self';");
    assertThat(text(response)).startsWith(start);
    var tag = response.headers().firstValue("etag").orElseThrow();
    var again = server.send(server.request(path).header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void thePageTellsOfEveryCallAndItsLinksLeadSomewhere() {
    var page = text(get("/docs"));

    for (var route : OpenApi.GATE.documented()) {
      assertThat(page).contains("<code>" + route.substring(route.indexOf(' ') + 1) + "</code>");
    }
    assertThat(ANCHOR.matcher(page).results().map(link -> link.group(1)).distinct())
        .hasSizeGreaterThan(50)
        .allSatisfy(anchor -> assertThat(page).contains("id=\"" + anchor + "\""));
    var traces = Pattern.compile("<script| style=|[$]ref|or null").matcher(page);
    assertThat(traces.results().map(trace -> trace.group())).isEmpty();
  }

  private static HttpResponse<byte[]> get(String path) {
    return server.send(server.request(path).GET());
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }
}
