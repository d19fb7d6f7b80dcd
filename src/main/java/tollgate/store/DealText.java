package tollgate.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.payment.Deal;
import tollgate.tenant.LateSuccess;

/** On what terms a payment was accepted, as one JSON text; most have the usual ones, and none. */
final class DealText {

  private DealText() {}

  static @Nullable String write(Deal deal) {
    if (deal.equals(Deal.USUAL)) return null;

    var late = deal.late().name().toLowerCase(Locale.ROOT);
    return Json.object().put("late", late).build().encode();
  }

  static Deal read(@Nullable String text) {
    if (text == null) return Deal.USUAL;

    var json = object(text);
    return new Deal(late(json));
  }

  private static LateSuccess late(Json.Obj json) {
    if (json.member("late") instanceof Json.Str(var name)) {
      return LateSuccess.valueOf(name.toUpperCase(Locale.ROOT));
    }
    return LateSuccess.HOLD;
  }

  private static Json.Obj object(String text) {
    try {
      if (JsonReader.read(text.getBytes(UTF_8), Limits.MESSAGE) instanceof Json.Obj object) {
        return object;
      }
    } catch (JsonRefused refused) {
      throw new IllegalStateException("a stored deal does not read", refused);
    }
    throw new IllegalStateException("a stored deal is no object");
  }
}
