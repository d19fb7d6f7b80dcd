package tollgate.payment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the customer's browser must go. Equal to any other that says the same; an interface, so
 * that a store need not read what nobody asks for.
 */
public interface RedirectData {

  /** GET or POST. */
  String method();

  String url();

  /** The form of a POST in the order in which it is sent; empty for a GET. */
  Map<String, String> fields();

  static RedirectData get(String url) {
    return of("GET", url, Map.of());
  }

  static RedirectData post(String url, Map<String, String> fields) {
    return of("POST", url, fields);
  }

  static RedirectData of(String method, String url, Map<String, String> fields) {
    return new Said(method, url, Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
  }

  /** One whose parts are known. */
  record Said(String method, String url, Map<String, String> fields) implements RedirectData {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof RedirectData that
          && method.equals(that.method())
          && url.equals(that.url())
          && fields.equals(that.fields());
    }

    @Override
    public int hashCode() {
      return url.hashCode();
    }

    @Override
    public String toString() {
      return "RedirectData[method=" + method + ", url=" + url + ", fields=" + fields + "]";
    }
  }
}
