package tollgate.web;

import java.util.List;

/**
 * A piece of a page. Text becomes HTML in one place, here, and is escaped there.
 *
 * @param markup as it stands in the page
 */
record Html(String markup) {

  static final Html NOTHING = new Html("");

  /** The template with its places {@code {}} filled: pieces as they stand, all else escaped. */
  static Html of(String template, Object... values) {
    var page = new StringBuilder(template.length() + 64);
    var from = 0;
    for (var value : values) {
      var place = template.indexOf("{}", from);
      page.append(template, from, place);
      page.append(value instanceof Html(var markup) ? markup : escaped(value.toString()));
      from = place + 2;
    }
    return new Html(page.append(template, from, template.length()).toString());
  }

  static Html all(List<Html> pieces) {
    return new Html(String.join("\n", pieces.stream().map(Html::markup).toList()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
