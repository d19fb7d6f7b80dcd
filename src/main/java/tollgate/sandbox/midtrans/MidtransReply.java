package tollgate.sandbox.midtrans;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/**
 * An answer of the Core API. Its HTTP status often says 200 while the body says error (§9).
 *
 * @param successful whether the idempotency store keeps it (K2)
 */
record MidtransReply(int http, String contentType, String body, boolean successful) {

  private static final String JSON = "application/json";

  static final MidtransReply IN_PROGRESS = new MidtransReply(202, JSON, "{}", false);

  static final MidtransReply TOO_FAST =
      new MidtransReply(429, JSON, "{\"message\":\"API rate limit exceeded\"}", false);

  static MidtransReply done(JsonObject body) {
    return new MidtransReply(200, JSON, body.encode(), true);
  }

  /** A no that is told in a full body; the idempotency store does not keep it. */
  static MidtransReply refusal(JsonObject body) {
    return new MidtransReply(200, JSON, body.encode(), false);
  }

  /** An error as its code asks for: some tell by the HTTP status too, most do not. */
  static MidtransReply error(String code, String message) {
    var http = code.equals("400") || code.equals("401") ? Integer.parseInt(code) : 200;
    return new MidtransReply(http, JSON, errorBody(code, message).encode(), false);
  }

  static MidtransReply invalid(List<String> messages) {
    var body =
        errorBody("400", "One or more parameters in the payload is invalid.")
            .put("validation_messages", new JsonArray(messages));
    return new MidtransReply(400, JSON, body.encode(), false);
  }

  static MidtransReply notFound() {
    return error("404", "Transaction doesn't exist.");
  }

  static MidtransReply notPending() {
    return error("412", "Transaction status cannot be updated.");
  }

  /** The trouble a fault asked for, in the shape this status has in the wild. */
  static MidtransReply trouble(int status) {
    return switch (status) {
      case 202 -> IN_PROGRESS;
      case 429 -> TOO_FAST;
      case 402 -> error("402", "Payment channel is not activated.");
      case 410 -> error("410", "GoPay user is blocked");
      case 502, 504 -> html(status, "Bad gateway");
      default ->
          new MidtransReply(
              status,
              JSON,
              errorBody("" + status, "Sorry. Our system is recovering from unexpected issues.")
                  .encode(),
              false);
    };
  }

  static MidtransReply html(int status, String title) {
    var page = "<html><head><title>" + title + "</title></head><body>" + title + "</body></html>";
    return new MidtransReply(status, "text/html", page, false);
  }

  private static JsonObject errorBody(String code, String message) {
    return new JsonObject()
        .put("status_code", code)
        .put("status_message", message)
        .put("id", UUID.randomUUID().toString());
  }
}
