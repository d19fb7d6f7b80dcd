package tollgate.web;

import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.payment.Code;

/**
 * One thing that is wrong with a request.
 *
 * @param field path of the member, absent when it is the request as a whole
 * @param description for the merchant's programmer; never repeats a value that was sent
 */
record Mistake(Code code, @Nullable String field, String description) {

  Json.Obj json() {
    var json = Json.object().put("code", code.digits()).put("message", code.message());
    if (field != null) json.put("field", shown(field));
    return json.put("description", description).build();
  }

  /** The name of a member is the sender's text: what may not be signed must not come back. */
  private static String shown(String field) {
    var safe = new StringBuilder(field.length());
    field
        .chars()
        .limit(FIELD_CHARS_MAX)
        .forEach(c -> safe.append(c == ';' || Character.isISOControl(c) ? '?' : (char) c));
    return safe.toString();
  }

  private static final int FIELD_CHARS_MAX = 200;
}
