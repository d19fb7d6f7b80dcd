package tollgate.signing;

import java.util.ArrayList;
import java.util.List;
import tollgate.json.Json;

/**
 * A message as the Gate dialect signs it: one line for every scalar (gate-api, section 2.1). For
 * messages without a {@link StraySignature}: what is named so here is the signature itself.
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

  static CanonicalForm of(Json.Obj message) {
    var writing = new Writing();
    writing.object(message);
    return new CanonicalForm(writing.lines, writing.text.toString());
  }

  /** What we sign, and what most others do: the same as {@link #in} that order, but cheaper. */
  static String natural(Json.Obj message) {
    var natural = NaturalText.of(message);
    return natural == null ? of(message).in(LineOrder.NATURAL) : natural;
  }

  /** Neither the signature itself nor what only a browser is told. */
  static boolean isSigned(String name) {
    return !name.equals(SIGNATURE) && !name.equals(UNSIGNED);
  }

  /** The lines in that order; stable, so that equal paths stay as they were written. */
  String in(LineOrder order) {
    var sorted = new ArrayList<>(lines);
    sorted.sort(order.in(text));
    var out = new StringBuilder(text.length() + sorted.size());
    for (var line : sorted) {
      if (!out.isEmpty()) out.append(';');
      out.append(text, line.from(), line.to());
    }
    return out.toString();
  }

  /** All lines behind each other, as they come. */
  private static final class Writing {

    private final List<Line> lines = new ArrayList<>(32);
    private final StringBuilder text = new StringBuilder(1024);

    /** Names from the root to where we are, each with its colon. */
    private final StringBuilder path = new StringBuilder(128);

    private void object(Json.Obj object) {
      object
          .members()
          .forEach((name, value) -> {
            if (isSigned(name)) below(name.replace(":", "::"), value);
          });
    }

    private void list(Json.Arr list) {
      var items = list.items();
      for (int i = 0; i < items.size(); i++) below(Integer.toString(i), items.get(i));
    }

    private void below(String name, Json value) {
      int here = path.length();
      path.append(name).append(':');
      value(value);
      path.setLength(here);
    }

    private void value(Json value) {
      switch (value) {
        case Json.Obj object -> object(object);
        case Json.Arr list -> list(list);
        case Json.Str string -> line(string.text());
        case Json.Num number -> line(number.literal());
        case Json.Bool bool -> line(bool.value() ? "1" : "0");
        case Json.Null _ -> line("");
      }
    }

    private void line(String value) {
      int from = text.length();
      text.append(path).append(value);
      lines.add(new Line(from, from + path.length() - 1, text.length()));
    }
  }
}
