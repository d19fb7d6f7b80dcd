package tollgate.sandbox;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** JSON answers of the control API. */
final class JsonReply {

  private JsonReply() {}

  static void send(RoutingContext call, int status, JsonObject body) {
    call.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(body.toBuffer());
  }

  static void error(RoutingContext call, int status, String message) {
    send(call, status, new JsonObject().put("error", message));
  }
}
