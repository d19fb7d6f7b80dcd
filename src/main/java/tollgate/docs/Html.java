package tollgate.docs;

import java.util.regex.Pattern;

/** Writes a page piece by piece. Text becomes HTML here alone, and is escaped here. */
final class Html {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private final StringBuilder out = new StringBuilder(64 * 1024);

  /** Markup of our own, never a text of the document. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  Html text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** An element of that name and class around a text; a class may be empty. */
  Html element(String name, String css, String text) {
    out.append('<').append(name);
    if (!css.isEmpty()) out.append(" class=\"").append(css).append('"');
    out.append('>').append(escaped(text)).append("</").append(name).append('>');
    return this;
  }

  /** Paragraphs parted by empty lines, with code between grave accents. */
  Html prose(String text) {
    for (var paragraph : text.strip().split("\n\\s*\n", -1)) {
      if (!paragraph.isBlank()) raw("<p>").line(paragraph).raw("</p>");
    }
    return this;
  }

  /** One line of prose. */
  Html line(String text) {
    out.append(CODE.matcher(escaped(text.strip())).replaceAll("<code>$1</code>"));
    return this;
  }

  String done() {
    return out.toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
