package tollgate.sandbox.paymaster;

import io.vertx.core.json.JsonObject;

/** An answer of the REST calls: HTTP says 200, the code says the rest (1.6). */
final class RestReply {

  static final int UNKNOWN = -1;
  static final int NO_ACCESS = -6;
  static final int BAD_HASH = -7;
  static final int NOT_FOUND = -13;
  static final int NONCE_USED = -14;
  static final int BAD_AMOUNT = -18;

  private RestReply() {}

  static JsonObject error(int code) {
    return new JsonObject().put("ErrorCode", code);
  }

  static JsonObject ok(String name, JsonObject body) {
    return new JsonObject().put("ErrorCode", 0).put(name, body);
  }
}
