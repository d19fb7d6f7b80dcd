package tollgate.demo;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who is riding: a browser is a customer, known by a cookie that nobody can guess. */
final class Customers {

  private static final String COOKIE = "taxi_rider";
  private static final Pattern ID = Pattern.compile("rider-[0-9a-f]{32}");
  private static final int RANDOM_BYTES = 16;
  private static final Duration KEPT = Duration.ofDays(365);

  private final SecureRandom random = new SecureRandom();
  private final boolean secure;

  Customers(DemoOptions options) {
    secure = "https".equals(options.site().getScheme());
  }

  Optional<String> known(RoutingContext ctx) {
    return Optional.ofNullable(ctx.request().getCookie(COOKIE))
        .map(Cookie::getValue)
        .filter(id -> ID.matcher(id).matches());
  }

  /** A browser that comes for the first time gets a name. */
  String knownOrNew(RoutingContext ctx) {
    return known(ctx).orElseGet(() -> welcome(ctx));
  }

  private String welcome(RoutingContext ctx) {
    var id = "rider-" + random();
    ctx.response()
        .addCookie(
            Cookie.cookie(COOKIE, id)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(KEPT.toSeconds()));
    return id;
  }

  /** 128 bits that nobody can guess. */
  String random() {
    var bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
