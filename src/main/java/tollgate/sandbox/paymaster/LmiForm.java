package tollgate.sandbox.paymaster;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The form that a browser brings, and what is wrong with it (1.1). */
record LmiForm(Map<String, String> fields) {

  private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,8})\\.[0-9]{2}");
  private static final Pattern EXPIRY =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}");
  private static final int DESCRIPTION_LENGTH_MAX = 255;

  static LmiForm of(HttpServerRequest request) {
    var fields = new LinkedHashMap<String, String>();
    request.params().forEach(field -> fields.put(field.getKey(), field.getValue()));
    request.formAttributes().forEach(field -> fields.put(field.getKey(), field.getValue()));
    return new LmiForm(fields);
  }

  String value(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The name of the first field that will not do; empty if all will. */
  String problem() {
    if (!AMOUNT.matcher(value("LMI_PAYMENT_AMOUNT")).matches()) return "LMI_PAYMENT_AMOUNT";
    if (value("LMI_PAYMENT_AMOUNT").equals("0.00")) return "LMI_PAYMENT_AMOUNT";
    if (!List.of("RUB", "643").contains(value("LMI_CURRENCY"))) return "LMI_CURRENCY";
    if (value("LMI_PAYMENT_NO").isEmpty()) return "LMI_PAYMENT_NO";

    var expires = value("LMI_EXPIRES");
    if (!expires.isEmpty() && !EXPIRY.matcher(expires).matches()) return "LMI_EXPIRES";

    var length = description().length();
    return length == 0 || length > DESCRIPTION_LENGTH_MAX ? "LMI_PAYMENT_DESC" : "";
  }

  /** The one in Base64 overrides the other. */
  String description() {
    var encoded = value("LMI_PAYMENT_DESC_BASE64");
    if (encoded.isEmpty()) return value("LMI_PAYMENT_DESC");

    try {
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unreadable) {
      return "";
    }
  }
}
