package tollgate.demo;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;

/**
 * Where the customer's browser is to go (gate-api, section 7.3).
 *
 * @param fields of the form, in the order given; empty for a plain redirect
 */
record Redirect(boolean post, String url, Map<String, String> fields) {

  /** Schemes that run or show something in our own page instead of leaving it. */
  private static final Set<String> NEVER =
      Set.of("javascript", "data", "vbscript", "blob", "about", "file");

  /** Null if there is none, or none that a browser may be sent to. */
  static @Nullable Redirect of(@Nullable Json data) {
    if (!(data instanceof Json.Obj object)) return null;
    if (!(object.member("url") instanceof Json.Str(var url)) || !leadsAway(url)) return null;

    var post = Json.text("POST").equals(object.member("method"));
    return new Redirect(post, url, fields(object.member("body")));
  }

  private static Map<String, String> fields(@Nullable Json body) {
    if (!(body instanceof Json.Obj form)) return Map.of();

    var fields = new LinkedHashMap<String, String>();
    form.members()
        .forEach((name, value) ->
            fields.put(name, value instanceof Json.Str(var text) ? text : value.encode()));
    return fields;
  }

  private static boolean leadsAway(String url) {
    try {
      var scheme = new URI(url).getScheme();
      return scheme != null && !NEVER.contains(scheme.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException broken) {
      return false;
    }
  }

  /** Whether a browser understands it by itself; an app's own scheme needs the customer's tap. */
  boolean isWeb() {
    return url.startsWith("https://") || url.startsWith("http://");
  }
}
