package tollgate.sandbox;

import java.util.List;

/**
 * A piece of a page. Text becomes HTML in one place, here, and is escaped there: a page that forgot
 * to cannot be written.
 */
public record Html(String markup) {

  public static final Html EMPTY = new Html("");

  /**
   * The template with its places {@code {}} filled: pieces as they stand, anything else escaped.
   */
  public static Html of(String template, Object... values) {
    var page = new StringBuilder(template.length() + 64);
    var from = 0;
    for (var value : values) {
      var place = template.indexOf("{}", from);
      page.append(template, from, place);
      page.append(value instanceof Html(var markup) ? markup : escaped(String.valueOf(value)));
      from = place + 2;
    }
    return new Html(page.append(template, from, template.length()).toString());
  }

  public static Html all(List<Html> pieces) {
    var page = new StringBuilder();
    pieces.forEach(piece -> page.append(piece.markup()).append('\n'));
    return new Html(page.toString());
  }

  static String escaped(String text) {
    var safe = new StringBuilder(text.length() + 16);
    for (var i = 0; i < text.length(); i++) {
      var letter = text.charAt(i);
      switch (letter) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(letter);
      }
    }
    return safe.toString();
  }
}
