package tollgate.sandbox.yookassa;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** How the API answers (B.1). */
final class ShopReply {

  private ShopReply() {}

  /** The trouble that a fault asked for, in the shape this status has here. */
  static void trouble(RoutingContext call, int status) {
    if (status == 202) {
      send(call, 202, new JsonObject().put("type", "processing").put("retry_after", 1800));
      return;
    }
    refuse(
        call, status, status == 429 ? "too_many_requests" : "internal_server_error", "Try again");
  }

  static void refuse(RoutingContext call, int status, String code, String description) {
    send(call, status, YookassaMessages.error(code, description));
  }

  static void send(RoutingContext call, int status, JsonObject body) {
    call.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(body.toBuffer());
  }
}
