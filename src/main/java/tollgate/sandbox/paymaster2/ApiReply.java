package tollgate.sandbox.paymaster2;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** An answer of the API (2.2). */
record ApiReply(int status, JsonObject body) {

  static final ApiReply NOT_FOUND = error(404, "not_found", "There is no such payment.");

  static ApiReply ok(JsonObject body) {
    return new ApiReply(200, body);
  }

  static ApiReply error(int status, String code, String message) {
    return new ApiReply(status, new JsonObject().put("code", code).put("message", message));
  }

  static ApiReply invalid(List<String> problems) {
    var reply = error(400, "validation_error", "The request is not valid.");
    reply.body().put("errors", new JsonArray(problems));
    return reply;
  }

  static ApiReply impossible(String message) {
    return error(409, "invalid_operation", message);
  }
}
