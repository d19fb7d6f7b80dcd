package tollgate.payment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the customer's browser must go: {@code method} is GET or POST, {@code fields} is the form
 * of a POST in the order in which it is sent, empty for a GET.
 */
public record RedirectData(String method, String url, Map<String, String> fields) {

  public RedirectData {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  public static RedirectData get(String url) {
    return new RedirectData("GET", url, Map.of());
  }

  public static RedirectData post(String url, Map<String, String> fields) {
    return new RedirectData("POST", url, fields);
  }
}
