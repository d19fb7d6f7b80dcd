package tollgate.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a provider signed in a message, for merchants whose own signature is another one.
 *
 * @param how the algorithm, and where the result stands
 * @param text with {@link #KEY} where the key is a part of it
 */
public record Signing(String how, String text) {

  /** In the key's place. */
  public static final String KEY = "***";

  /** Of a message without a signature. */
  public static final Signing NONE = new Signing("nothing is signed", "");

  JsonObject told() {
    return new JsonObject().put("how", how).put("text", text);
  }

  /** A form's fields by name; what was spoilt on purpose is left out. */
  public static SortedMap<String, String> form(Callback.Message sent) {
    var fields = new TreeMap<String, String>();
    for (var part : sent.content().split("&", -1)) {
      var equals = part.indexOf('=');
      if (equals > 0) fields.put(part.substring(0, equals), decoded(part.substring(equals + 1)));
    }
    return fields;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, UTF_8);
    } catch (IllegalArgumentException spoilt) {
      return "";
    }
  }

  /** A JSON message; an empty one where it was spoilt on purpose. */
  public static JsonObject json(Callback.Message sent) {
    try {
      return new JsonObject(sent.content());
    } catch (DecodeException | ClassCastException spoilt) {
      return new JsonObject();
    }
  }
}
