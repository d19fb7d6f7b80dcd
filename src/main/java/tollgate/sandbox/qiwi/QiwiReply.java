package tollgate.sandbox.qiwi;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;

/** How the API answers: one line of JSON (§8). */
final class QiwiReply {

  private final InstantSource clock;

  QiwiReply(InstantSource clock) {
    this.clock = clock;
  }

  static void send(RoutingContext call, JsonObject body) {
    send(call, 200, body);
  }

  private static void send(RoutingContext call, int status, JsonObject body) {
    call.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json;charset=UTF-8")
        .end(body.toBuffer());
  }

  void refuse(RoutingContext call, int status, String code, String description) {
    send(call, status, QiwiMessages.error(code, description, clock.instant()));
  }

  /** The trouble that a fault asked for. */
  void trouble(RoutingContext call, int status) {
    refuse(call, status, "internal.error", "Internal error");
  }

  void unauthorized(RoutingContext call) {
    refuse(call, 401, "auth.unauthorized", "Invalid credentials");
  }

  void unknown(RoutingContext call) {
    refuse(call, 404, "api.invoice.not.found", "Invoice not found");
  }

  void unreadable(RoutingContext call) {
    refuse(call, 400, "http.message.conversion.failed", "Malformed request body");
  }

  void invalid(RoutingContext call) {
    refuse(call, 400, "validation.error", "Validation error");
  }
}
