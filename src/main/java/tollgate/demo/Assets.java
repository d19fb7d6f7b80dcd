package tollgate.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The demo's own files, read once out of our jar and kept: there are few and they are small. */
final class Assets {

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "html", "text/html; charset=utf-8");

  private Assets() {}

  static String text(String name) {
    return new String(bytes(name), UTF_8);
  }

  private static byte[] bytes(String name) {
    try (var file = Assets.class.getResourceAsStream("/tollgate/demo/" + name)) {
      if (file == null) throw new IllegalStateException("not in our jar: " + name);
      return file.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Serves one file, and nothing again to a browser that has it. */
  static void serve(RoutingContext ctx, Asset asset) {
    var response =
        Replies.guarded(ctx, 200)
            .putHeader("Cache-Control", "no-cache")
            .putHeader("ETag", asset.tag());
    if (asset.tag().equals(ctx.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader("Content-Type", asset.type()).end(asset.content());
  }

  /** A file ready to be served. */
  record Asset(String type, String tag, Buffer content) {

    static Asset of(String name) {
      return of(name, bytes(name));
    }

    static Asset page(String html) {
      return of("page.html", html.getBytes(UTF_8));
    }

    private static Asset of(String name, byte[] bytes) {
      var type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
      return new Asset(type, '"' + digest(bytes) + '"', Buffer.buffer(bytes));
    }

    private static String digest(byte[] bytes) {
      try {
        var sum = MessageDigest.getInstance("SHA-256").digest(bytes);
        return HexFormat.of().formatHex(sum, 0, 8);
      } catch (NoSuchAlgorithmException impossible) {
        throw new AssertionError("every JDK has SHA-256", impossible);
      }
    }
  }
}
