package tollgate.sandbox.webmoney;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fields of a form, in their order, read and written in the charset of the page (§3, §11). */
record WmForm(Map<String, String> fields) {

  static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

  /** Empty if it is no form. */
  static Optional<WmForm> read(String body, Charset charset) {
    var fields = new LinkedHashMap<String, String>();
    for (var part : body.strip().split("&", -1)) {
      var equals = part.indexOf('=');
      if (equals < 1) return Optional.empty();

      try {
        var name = URLDecoder.decode(part.substring(0, equals), charset);
        fields.put(name, URLDecoder.decode(part.substring(equals + 1), charset));
      } catch (IllegalArgumentException unreadable) {
        return Optional.empty();
      }
    }
    return Optional.of(new WmForm(fields));
  }

  /** The value of a field; empty text if it is absent. */
  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  /** What is the shop's own: given back in every message. */
  Map<String, String> custom() {
    var custom = new LinkedHashMap<String, String>();
    fields.forEach((name, value) -> {
      if (!name.startsWith("LMI_") && !name.startsWith("_")) custom.put(name, value);
    });
    return custom;
  }

  /** The one in Base64 wins, and is UTF-8 whatever the page (§3). */
  String description() {
    var encoded = get("LMI_PAYMENT_DESC_BASE64");
    if (encoded.isEmpty()) return get("LMI_PAYMENT_DESC");

    try {
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unreadable) {
      return "";
    }
  }

  static String encoded(Map<String, String> fields, Charset charset) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), charset))
        .collect(Collectors.joining("&"));
  }
}
