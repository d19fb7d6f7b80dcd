package tollgate.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.payment.RedirectData;

/**
 * Where a customer goes, as one JSON text that is read when somebody asks: callbacks end payments
 * by the thousand whose customers have long gone there.
 */
final class RedirectText implements RedirectData {

  private final String text;
  private @Nullable RedirectData read;

  RedirectText(String text) {
    this.text = text;
  }

  /** Of the same; what was never read is not written again. */
  static String of(RedirectData redirect) {
    if (redirect instanceof RedirectText stored) return stored.text;

    var fields = Json.object();
    redirect.fields().forEach(fields::put);
    return Json.object()
        .put("method", redirect.method())
        .put("url", redirect.url())
        .put("fields", fields.build())
        .build()
        .encode();
  }

  /** Two threads may both read it, and read the same. */
  private RedirectData read() {
    var known = read;
    if (known != null) return known;

    var json = DetailsText.object(text);
    var method = DetailsText.required(json, "method");
    var url = DetailsText.required(json, "url");
    known = RedirectData.of(method, url, DetailsText.texts(json, "fields"));
    read = known;
    return known;
  }

  @Override
  public String method() {
    return read().method();
  }

  @Override
  public String url() {
    return read().url();
  }

  @Override
  public Map<String, String> fields() {
    return read().fields();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RedirectData that && read().equals(that);
  }

  @Override
  public int hashCode() {
    return read().hashCode();
  }

  @Override
  public String toString() {
    return read().toString();
  }
}
