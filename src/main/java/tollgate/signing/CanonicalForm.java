package tollgate.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;

/**
 * A message as the Gate dialect signs it: one line for every scalar (gate-api, section 2.1).
 *
 * <p>Different messages can have the same form: {@code a = "1;b:2"} and {@code a = 1, b = 2}; true
 * and 1; a list and an object with the names 0, 1, 2. Whoever reads a message after this must
 * therefore hold fast to types and refuse {@link ForbiddenText}.
 */
final class CanonicalForm {

  static final String SIGNATURE = "signature";
  static final String GENERAL = "general";
  static final String UNSIGNED = "frame_mode";

  private final List<Line> lines;
  private final String text;

  private CanonicalForm(List<Line> lines, String text) {
    this.lines = lines;
    this.text = text;
  }

  /**
   * The form of a message without its signature.
   *
   * @param place where its signature sits; null for a message that has none
   * @return null if there is a member named {@code signature} anywhere else
   */
  static @Nullable CanonicalForm of(Json.Obj message, GateSignature.@Nullable Place place) {
    var writing = new Writing();
    for (var member : message.members().entrySet()) {
      var name = member.getKey();
      if (place == GateSignature.Place.ROOT && name.equals(SIGNATURE)) continue;

      var value = member.getValue();
      boolean holdsSignature =
          place == GateSignature.Place.GENERAL && name.equals(GENERAL) && value instanceof Json.Obj;
      if (!writing.member(name, value, holdsSignature)) return null;
    }
    return new CanonicalForm(writing.lines, writing.text.toString());
  }

  /** The lines in that order; stable, so that equal paths stay as they were written. */
  List<Line> in(LineOrder order) {
    var sorted = new ArrayList<>(lines);
    sorted.sort(order.in(text));
    return sorted;
  }

  /** What is signed: its lines in that order. */
  byte[] joined(List<Line> ordered) {
    var out = new StringBuilder(text.length() + ordered.size());
    for (var line : ordered) {
      if (!out.isEmpty()) out.append(';');
      out.append(text, line.from(), line.to());
    }
    return out.toString().getBytes(UTF_8);
  }

  private static String escaped(String name) {
    return name.indexOf(':') < 0 ? name : name.replace(":", "::");
  }

  private static boolean hidesSignature(Json value) {
    return switch (value) {
      case Json.Obj object ->
          object.members().containsKey(SIGNATURE)
              || object.members().values().stream().anyMatch(CanonicalForm::hidesSignature);
      case Json.Arr list -> list.items().stream().anyMatch(CanonicalForm::hidesSignature);
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> false;
    };
  }

  /** All lines behind each other, as they come. */
  private static final class Writing {

    private final List<Line> lines = new ArrayList<>(32);
    private final StringBuilder text = new StringBuilder(1024);

    /** Names from the root to where we are, each with its colon. */
    private final StringBuilder path = new StringBuilder(128);

    /** False if a stray signature was met, here and in all that follows. */
    private boolean member(String name, Json value, boolean holdsSignature) {
      if (name.equals(SIGNATURE)) return false;
      if (name.equals(UNSIGNED)) return !hidesSignature(value);

      return below(escaped(name), value, holdsSignature);
    }

    private boolean below(String name, Json value, boolean holdsSignature) {
      int here = path.length();
      path.append(name).append(':');
      boolean isClean = value(value, holdsSignature);
      path.setLength(here);
      return isClean;
    }

    private boolean value(Json value, boolean holdsSignature) {
      return switch (value) {
        case Json.Obj object -> object(object, holdsSignature);
        case Json.Arr list -> list(list);
        case Json.Str string -> line(string.text());
        case Json.Num number -> line(number.literal());
        case Json.Bool bool -> line(bool.value() ? "1" : "0");
        case Json.Null _ -> line("");
      };
    }

    private boolean object(Json.Obj object, boolean holdsSignature) {
      for (var member : object.members().entrySet()) {
        var name = member.getKey();
        if (holdsSignature && name.equals(SIGNATURE)) continue;
        if (!member(name, member.getValue(), false)) return false;
      }
      return true;
    }

    private boolean list(Json.Arr list) {
      var items = list.items();
      for (int i = 0; i < items.size(); i++) {
        if (!below(Integer.toString(i), items.get(i), false)) return false;
      }
      return true;
    }

    private boolean line(String value) {
      int from = text.length();
      text.append(path).append(value);
      lines.add(new Line(from, from + path.length() - 1, text.length()));
      return true;
    }
  }
}
