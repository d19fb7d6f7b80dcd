package tollgate.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tollgate.tenant.Secret;

/**
 * Lets nobody pass without the token. The calls take it as a bearer's; the pages beside them as a
 * password too, of whatever user, which is what a browser can ask a person for.
 */
final class Door {

  private static final String CALLS = "/admin/";
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  private final Secret token;

  Door(Secret token) {
    this.token = token;
  }

  void admit(RoutingContext ctx) {
    ctx.response()
        .putHeader("cache-control", "no-store")
        .putHeader("x-content-type-options", "nosniff");
    var isCall = ctx.normalizedPath().startsWith(CALLS);
    var given = ctx.request().getHeader("authorization");
    if (isToken(after(BEARER, given)) || (!isCall && isToken(password(given)))) {
      ctx.next();
      return;
    }
    ctx.response().putHeader("www-authenticate", isCall ? "Bearer" : "Basic realm=\"Tollgate\"");
    Replies.problem(ctx, 401, "the token is missing or wrong");
  }

  private boolean isToken(@Nullable String given) {
    return given != null && !given.isBlank() && new Secret(given).equals(token);
  }

  private static @Nullable String after(String scheme, @Nullable String header) {
    return header != null && header.startsWith(scheme) ? header.substring(scheme.length()) : null;
  }

  private static @Nullable String password(@Nullable String header) {
    var encoded = after(BASIC, header);
    if (encoded == null) return null;

    try {
      var pair = new String(Base64.getDecoder().decode(encoded), UTF_8).split(":", 2);
      return pair.length == 2 ? pair[1] : null;
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }
}
