package tollgate.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import tollgate.json.Json;

/**
 * The form encoding of a query, taken apart: {@code +} is a space, {@code %2B} a plus, {@code
 * a[b]=c} the member {@code b} of {@code a}. Strict, for what can be read in two ways can be signed
 * in two ways: every parameter comes once, as valid UTF-8.
 */
final class QueryText {

  static final int PARAMETERS_MAX = 200;

  /** Names within names; public programs write at most two. */
  static final int DEPTH_MAX = 4;

  /** Values are texts, and objects are maps like this one while they grow. */
  private final Map<String, Object> root = new LinkedHashMap<>();

  private QueryText() {}

  static Json.Obj read(String query) throws QueryRefused {
    var text = new QueryText();
    int count = 0;
    for (var pair : query.split("&", -1)) {
      if (pair.isEmpty()) continue;
      if (++count > PARAMETERS_MAX) {
        throw new QueryRefused("", "more than " + PARAMETERS_MAX + " parameters");
      }
      text.add(pair);
    }
    return object(text.root);
  }

  private void add(String pair) throws QueryRefused {
    int equals = pair.indexOf('=');
    var name = decoded(equals < 0 ? pair : pair.substring(0, equals), "");
    var value = equals < 0 ? "" : decoded(pair.substring(equals + 1), name);
    var names = names(name);
    var here = root;
    for (int i = 0; i < names.length - 1; i++) here = inside(here, names[i], name);
    var last = names[names.length - 1];
    if (here.putIfAbsent(last, value) != null) throw new QueryRefused(name, "must come once");
  }

  @SuppressWarnings("unchecked") // Nobody else puts maps in.
  private static Map<String, Object> inside(Map<String, Object> here, String name, String whole)
      throws QueryRefused {
    var there = here.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>());
    if (there instanceof Map) return (Map<String, Object>) there;

    throw new QueryRefused(whole, "must come once");
  }

  /** {@code a[b][c]} is a, b, c; brackets that do not pair are part of no name. */
  private static String[] names(String name) throws QueryRefused {
    int open = name.indexOf('[');
    if (open < 0 && name.indexOf(']') < 0 && !name.isEmpty()) return new String[] {name};
    if (open < 1 || !name.endsWith("]")) throw new QueryRefused(name, "is no name");

    var inner = name.substring(open + 1, name.length() - 1).split("]\\[", -1);
    var names = new String[inner.length + 1];
    names[0] = name.substring(0, open);
    System.arraycopy(inner, 0, names, 1, inner.length);
    for (var each : names) {
      if (each.isEmpty() || each.indexOf('[') >= 0 || each.indexOf(']') >= 0) {
        throw new QueryRefused(name, "is no name");
      }
    }
    if (names.length > DEPTH_MAX) throw new QueryRefused(name, "is nested too deep");
    return names;
  }

  private static Json.Obj object(Map<String, Object> members) {
    var all = new LinkedHashMap<String, Json>();
    members.forEach((name, value) -> all.put(name, json(value)));
    return Json.Obj.of(all);
  }

  @SuppressWarnings("unchecked") // Nobody else puts maps in.
  private static Json json(Object value) {
    return value instanceof Map ? object((Map<String, Object>) value) : Json.text((String) value);
  }

  private static String decoded(String encoded, String parameter) throws QueryRefused {
    var bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c > 0x7e || c < ' ') throw new QueryRefused(parameter, "is not percent-encoded");
      if (c != '%') {
        bytes.write(c == '+' ? ' ' : c);
        continue;
      }
      if (i + 2 >= encoded.length()) throw new QueryRefused(parameter, "ends amid an escape");
      bytes.write(
          hex(encoded.charAt(i + 1), parameter) << 4 | hex(encoded.charAt(i + 2), parameter));
      i += 2;
    }
    return utf8(bytes.toByteArray(), parameter);
  }

  private static int hex(char digit, String parameter) throws QueryRefused {
    int value = digit < 0x80 ? Character.digit(digit, 16) : -1;
    if (value < 0) throw new QueryRefused(parameter, "has an escape that is none");

    return value;
  }

  private static String utf8(byte[] bytes, String parameter) throws QueryRefused {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException invalid) {
      throw new QueryRefused(parameter, "is not UTF-8");
    }
  }
}
