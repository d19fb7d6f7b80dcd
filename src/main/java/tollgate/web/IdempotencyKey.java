package tollgate.web;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;
import tollgate.payment.Code;

/**
 * The header by which a merchant says that a request is a repeat:
 * draft-ietf-httpapi-idempotency-key-header. A string of RFC 9651, or the same text without quotes,
 * which most programs send.
 */
final class IdempotencyKey {

  static final String HEADER = "Idempotency-Key";

  private static final int LENGTH_MAX = 255;

  private IdempotencyKey() {}

  /**
   * The key of this request, without quotes; absent when it has none. Throws {@link GateRefusal}
   * when it is malformed.
   */
  static @Nullable String of(HttpServerRequest request) {
    var values = request.headers().getAll(HEADER);
    if (values.isEmpty()) return null;

    var value = values.size() == 1 ? values.getFirst().strip() : "";
    var key = value.startsWith("\"") ? unquoted(value) : bare(value);
    if (key.isEmpty() || key.length() > LENGTH_MAX) throw malformed();

    return key;
  }

  /** What would end the key, or begin another, is not in it. */
  private static String bare(String value) {
    return isVisible(value) && value.chars().noneMatch(c -> "\"\\,;".indexOf(c) >= 0) ? value : "";
  }

  /** Empty when the quotes do not close, or when something comes after them. */
  private static String unquoted(String value) {
    var key = new StringBuilder();
    for (int i = 1; i < value.length(); i++) {
      var c = value.charAt(i);
      if (c == '"') return i == value.length() - 1 && isVisible(key) ? key.toString() : "";

      if (c == '\\') {
        i++;
        if (i == value.length() || "\"\\".indexOf(value.charAt(i)) < 0) return "";
      }
      key.append(value.charAt(i));
    }
    return "";
  }

  private static boolean isVisible(CharSequence text) {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  private static GateRefusal malformed() {
    return GateRefusal.of(
        400,
        Code.VALIDATION_ERROR,
        HEADER,
        "must be one key of 1 to "
            + LENGTH_MAX
            + " visible ASCII characters, in quotes or without");
  }
}
