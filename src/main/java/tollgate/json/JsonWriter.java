package tollgate.json;

import java.util.HexFormat;

/** Writes compact JSON. Recursion is as deep as the tree, which is read or built within limits. */
final class JsonWriter {

  private static final HexFormat HEX = HexFormat.of();

  private JsonWriter() {}

  static void write(Json value, StringBuilder out) {
    switch (value) {
      case Json.Obj object -> object(object, out);
      case Json.Arr list -> list(list, out);
      case Json.Str string -> string(string.text(), out);
      case Json.Num number -> out.append(number.literal());
      case Json.Bool bool -> out.append(bool.value());
      case Json.Null _ -> out.append("null");
    }
  }

  private static void object(Json.Obj object, StringBuilder out) {
    out.append('{');
    boolean first = true;
    for (var member : object.entries()) {
      if (!first) out.append(',');
      first = false;
      string(member.getKey(), out);
      out.append(':');
      write(member.getValue(), out);
    }
    out.append('}');
  }

  private static void list(Json.Arr list, StringBuilder out) {
    out.append('[');
    boolean first = true;
    for (var item : list.items()) {
      if (!first) out.append(',');
      first = false;
      write(item, out);
    }
    out.append(']');
  }

  private static void string(String text, StringBuilder out) {
    int escape = firstToEscape(text, 0);
    out.append('"');
    if (escape == text.length()) out.append(text);
    else escaped(text, escape, out);
    out.append('"');
  }

  private static void escaped(String text, int first, StringBuilder out) {
    int plainFrom = 0;
    for (int i = first; i < text.length(); i = firstToEscape(text, plainFrom)) {
      out.append(text, plainFrom, i);
      escape(text.charAt(i), out);
      plainFrom = i + 1;
    }
    out.append(text, plainFrom, text.length());
  }

  private static int firstToEscape(String text, int from) {
    int at = from;
    while (at < text.length() && isPlain(text, at)) at++;
    return at;
  }

  private static boolean isPlain(String text, int at) {
    char c = text.charAt(at);
    if (c < 0x20 || c == '"' || c == '\\') return false;

    // Half a surrogate pair has no UTF-8: escaped it stays valid and visible, else it becomes '?'.
    return !Character.isSurrogate(c) || UnicodeText.isPaired(text, at);
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append("\\u").append(HEX.toHexDigits(c));
    }
  }
}
