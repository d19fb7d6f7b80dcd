package tollgate.gate;

import java.util.Set;
import tollgate.json.Json;
import tollgate.payment.RedirectData;

/** The member {@code redirect_data}: where the merchant must send the customer's browser. */
final class RedirectBody {

  /** Names that public verifiers drop or double at different depths: gate-api, section 2.4. */
  private static final Set<String> NAMES_FORBIDDEN = Set.of("signature", "frame_mode");

  private RedirectBody() {}

  /**
   * The member for this redirect.
   *
   * @throws IllegalStateException when a form has a field that no merchant could verify: that is a
   *     mistake of an adapter, and is found before anything is signed
   */
  static Json of(RedirectData to) {
    return Json.object()
        .put("method", to.method())
        .put("url", to.url())
        .put("body", form(to))
        .put("encrypted", Json.array())
        .build();
  }

  private static Json form(RedirectData to) {
    if (to.fields().isEmpty()) return Json.array();

    var form = Json.object();
    for (var field : to.fields().entrySet()) {
      check(field.getKey());
      form.put(field.getKey(), field.getValue());
    }
    return form.build();
  }

  private static void check(String name) {
    if (NAMES_FORBIDDEN.contains(name) || name.indexOf(':') >= 0) {
      throw new IllegalStateException("no webhook can carry the form field " + name);
    }
  }
}
