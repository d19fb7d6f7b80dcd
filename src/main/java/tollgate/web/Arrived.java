package tollgate.web;

import static java.util.Objects.requireNonNullElse;

import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.provider.Callback;
import tollgate.tenant.Gateway;
import tollgate.tenant.Tenants;

/** What came from a provider's side, as the adapters want to see it. */
final class Arrived {

  private static final int GATEWAY_DIGITS_MAX = 16;

  private Arrived() {}

  /** The gateway that the address names; null when there is none. */
  static @Nullable Gateway gateway(RoutingContext ctx, Tenants tenants) {
    var digits = Endpoint.part(ctx, "gateway");
    if (digits.isEmpty() || digits.length() > GATEWAY_DIGITS_MAX) return null;
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) return null;

    return tenants.gateway(Long.parseLong(digits));
  }

  static Callback callback(RoutingContext ctx, byte[] body) {
    var request = ctx.request();
    var query = requireNonNullElse(request.query(), "");
    return new Callback(request.method().name(), query, headers(ctx), body);
  }

  /** Names in lower case; of a repeated header the first counts, as one who signs would mean it. */
  private static Map<String, String> headers(RoutingContext ctx) {
    var headers = new HashMap<String, String>();
    for (var header : ctx.request().headers()) {
      headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue());
    }
    return headers;
  }
}
