package tollgate.signing;

import org.jspecify.annotations.Nullable;
import tollgate.json.Json;

/**
 * Text that would let one Gate signature stand for two messages: {@code ;} in a value or a name,
 * and control characters (gate-api, section 2.6).
 *
 * <p>Names count as much as values: {@code {"a":{"1;b":"2"}}} signs like {@code {"a":"1","b":"2"}}.
 */
public final class ForbiddenText {

  private ForbiddenText() {}

  /**
   * Where the first such text is, as a refusal names it: {@code customer.id}, {@code
   * errors.0.code}.
   *
   * @return null if there is none
   */
  public static @Nullable String firstIn(Json.Obj message) {
    for (var member : message.members().entrySet()) {
      var name = member.getKey();
      var place = isForbidden(name) ? name : firstIn(member.getValue(), name);
      if (place != null) return place;
    }
    return null;
  }

  private static @Nullable String firstIn(Json value, String path) {
    return switch (value) {
      case Json.Obj object -> below(path, firstIn(object));
      case Json.Arr list -> firstIn(list, path);
      case Json.Str string -> isForbidden(string.text()) ? path : null;
      case Json.Num _, Json.Bool _, Json.Null _ -> null;
    };
  }

  private static @Nullable String firstIn(Json.Arr list, String path) {
    for (int i = 0; i < list.items().size(); i++) {
      var place = firstIn(list.items().get(i), path + '.' + i);
      if (place != null) return place;
    }
    return null;
  }

  private static @Nullable String below(String path, @Nullable String place) {
    return place == null ? null : path + '.' + place;
  }

  private static boolean isForbidden(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ';' || Character.isISOControl(c)) return true;
    }
    return false;
  }
}
