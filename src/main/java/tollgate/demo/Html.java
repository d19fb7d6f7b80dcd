package tollgate.demo;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a page. Text becomes HTML here alone, and is escaped here.
 *
 * @param markup as it stands in the page
 */
record Html(String markup) {

  static final Html NOTHING = new Html("");

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  /** The template with its places <code>{{name}}</code> filled, texts escaped. */
  static Html filled(String template, Map<String, Object> values) {
    return new Html(
        PLACE
            .matcher(template)
            .replaceAll(place -> Matcher.quoteReplacement(markup(values.get(place.group(1))))));
  }

  private static String markup(@Nullable Object value) {
    return switch (value) {
      case Html(var markup) -> markup;
      case null -> throw new IllegalArgumentException("a place of the template is not filled");
      default -> escaped(value.toString());
    };
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
