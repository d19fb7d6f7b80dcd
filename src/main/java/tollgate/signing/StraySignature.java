package tollgate.signing;

import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.signing.GateSignature.Place;

/**
 * A member named {@code signature} where none belongs (gate-api, section 2.2). No signature covers
 * one, so it must not be there at all, not even below {@code frame_mode}.
 */
final class StraySignature {

  private StraySignature() {}

  /** Whether there is one anywhere but at that place; null for a message that has none. */
  static boolean isIn(Json.Obj message, @Nullable Place place) {
    return message.anyMember((name, value) -> isStray(name, value, place));
  }

  private static boolean isStray(String name, Json value, @Nullable Place place) {
    if (name.equals(CanonicalForm.SIGNATURE)) return place != Place.ROOT;

    boolean mayHoldIt = place == Place.GENERAL && name.equals(CanonicalForm.GENERAL);
    if (mayHoldIt && value instanceof Json.Obj general) return isIn(general, Place.ROOT);

    return isBelow(value);
  }

  private static boolean isBelow(Json value) {
    return switch (value) {
      case Json.Obj object -> isIn(object, null);
      case Json.Arr list -> list.items().stream().anyMatch(StraySignature::isBelow);
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> false;
    };
  }
}
