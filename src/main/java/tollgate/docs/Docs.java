package tollgate.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Serves what a port of ours promises: {@code /openapi.json} and {@code /openapi.yaml} for
 * programs, {@code /docs} for people. Written once, at the start, and the same for everybody.
 */
public final class Docs {

  /** Nothing but our own style sheet: the page has no script, frame, form or picture. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final List<Sheet> sheets;

  private Docs(List<Sheet> sheets) {
    this.sheets = sheets;
  }

  /** Those of the public port; may be mounted on any number of routers. */
  public static Docs gate() {
    return of(Document.gate());
  }

  /** Those of the admin port. */
  public static Docs admin() {
    return of(Document.admin());
  }

  private static Docs of(Document document) {
    return new Docs(
        List.of(
            Sheet.of("/openapi.json", "application/json", document.json().encode()),
            Sheet.of("/openapi.yaml", "application/yaml; charset=utf-8", document.yaml()),
            Sheet.of("/docs", "text/html; charset=utf-8", new Page(document.json()).html()),
            Sheet.of("/docs.css", "text/css; charset=utf-8", Document.text("docs.css"))));
  }

  public void mount(Router router) {
    for (var sheet : sheets) {
      router
          .route(sheet.path())
          .method(HttpMethod.GET)
          .method(HttpMethod.HEAD)
          .handler(sheet::serve);
    }
  }

  private record Sheet(String path, String type, String tag, Buffer content) {

    static Sheet of(String path, String type, String text) {
      return new Sheet(path, type, '"' + digest(text) + '"', Buffer.buffer(text));
    }

    /** Nothing again to a browser that has it. */
    void serve(RoutingContext ctx) {
      var response =
          ctx.response()
              .putHeader("Content-Security-Policy", POLICY)
              .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
              .putHeader(HttpHeaders.ETAG, tag);
      if (tag.equals(ctx.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
        response.setStatusCode(304).end();
        return;
      }
      response.putHeader(HttpHeaders.CONTENT_TYPE, type);
      if (ctx.request().method().equals(HttpMethod.HEAD)) response.end();
      else response.end(content);
    }

    private static String digest(String text) {
      try {
        var sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        return HexFormat.of().formatHex(sum, 0, 8);
      } catch (NoSuchAlgorithmException impossible) {
        throw new AssertionError("every JDK has SHA-256", impossible);
      }
    }
  }
}
