package tollgate.signing;

import org.jspecify.annotations.Nullable;
import tollgate.json.Json;

/**
 * A message's lines in {@link LineOrder#NATURAL}, written in one go: who sorts siblings needs to
 * sort no lines, for what is below one of them stands together.
 */
final class NaturalText {

  /** Every line with a semicolon before it. */
  private final StringBuilder text = new StringBuilder(1024);

  /** That semicolon and the names from the root to where we are, each with its colon. */
  private final StringBuilder path = new StringBuilder(128).append(';');

  private NaturalText() {}

  /**
   * The lines of a message without a stray signature, as they are signed.
   *
   * @return null if a name holds a colon, which is written twice: then {@code a} and {@code a:b}
   *     mix their lines, and only lines can be sorted
   */
  static @Nullable String of(Json.Obj message) {
    var writing = new NaturalText();
    if (!writing.object("", message)) return null;

    return writing.text.isEmpty() ? "" : writing.text.substring(1);
  }

  private boolean object(String step, Json.Obj object) {
    if (object.anyMember((name, _) -> name.indexOf(':') >= 0)) return false;

    int here = path.length();
    path.append(step);
    for (var sibling : Sibling.sorted(object)) {
      if (!value(sibling.step(), sibling.value())) return false;
    }
    path.setLength(here);
    return true;
  }

  private boolean list(String step, Json.Arr list) {
    int here = path.length();
    path.append(step);
    var items = list.items();
    for (int i = 0; i < items.size(); i++) {
      var item = Sibling.of(Integer.toString(i), items.get(i));
      if (!value(item.step(), item.value())) return false;
    }
    path.setLength(here);
    return true;
  }

  private boolean value(String step, Json value) {
    return switch (value) {
      case Json.Obj object -> object(step, object);
      case Json.Arr list -> list(step, list);
      case Json.Str string -> line(step, string.text());
      case Json.Num number -> line(step, number.literal());
      case Json.Bool bool -> line(step, bool.value() ? "1" : "0");
      case Json.Null _ -> line(step, "");
    };
  }

  private boolean line(String step, String value) {
    text.append(path).append(step).append(':').append(value);
    return true;
  }
}
