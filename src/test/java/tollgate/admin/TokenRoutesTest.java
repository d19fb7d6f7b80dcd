package tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens for the Data API over HTTP. */
class TokenRoutesTest {

  @Test
  void aTokenIsShownOnceChangedAndRevoked(@TempDir Path folder) throws Exception {
    try (var server = new AdminServer(folder)) {
      aTokenIsShownOnceChangedAndRevoked(server);
    }
  }

  private static void aTokenIsShownOnceChangedAndRevoked(AdminServer server) {
    var path = "/admin/v1/centres/demo/tokens/auditors";
    var made = ok(201, server.send("POST", path, "{\"projects\":[210]}"));

    var token = server.directory.get().dataTokens().get("auditors");
    assertThat(made.body()).contains(token.token().reveal(), token.key().reveal());
    assertThat(token.token().reveal()).hasSize(30);
    assertThat(token.key().reveal()).hasSize(43);
    assertThat(server.directory.get().dataToken(token.token())).isEqualTo(token);
    var shown = ok(200, server.get(path));
    assertThat(shown.body()).isEqualTo("{\"projects\":[210],\"key\":\"***\",\"token\":\"***\"}\n");
    assertThat(server.get("/admin/v1/centres/demo/tokens").body())
        .contains("\"id\":\"auditors\"", "\"id\":\"demo\"")
        .doesNotContain(token.token().reveal(), token.key().reveal());

    var etag = shown.headers().firstValue("etag").orElseThrow();
    ok(200, server.send("PUT", path, shown.body().replace("[210]", "[210,211]"), "If-Match", etag));
    var wider = server.directory.get().dataTokens().get("auditors");
    assertThat(wider.projects()).containsExactly(210L, 211L);
    assertThat(wider.key()).isEqualTo(token.key());

    ok(428, server.send("POST", path, "{\"projects\":[210]}"));
    ok(201, server.send("POST", path, "{\"projects\":[210]}", "If-Match", "*"));
    assertThat(server.directory.get().dataToken(token.token())).isNull();

    ok(204, server.send("DELETE", path, null, "If-Match", "*"));
    ok(404, server.get(path));
    assertThat(server.directory.get().dataTokens()).containsOnlyKeys("demo");
    assertThat(server.get("/admin/v1/configuration/changes").body())
        .contains("make a token", "data token auditors")
        .doesNotContain(token.token().reveal(), token.key().reveal());
  }

  private static HttpResponse<String> ok(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer;
  }
}
