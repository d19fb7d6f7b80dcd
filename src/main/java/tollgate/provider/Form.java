package tollgate.provider;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message in {@code application/x-www-form-urlencoded}, read strictly, since two readers of one
 * body must never see two messages: no name twice, nothing that is not encoded as it must be, no
 * control characters.
 */
public record Form(Map<String, String> fields) {

  private static final int BYTES_MAX = 16 * 1024;
  private static final int FIELDS_MAX = 64;
  private static final int NAME_MAX = 64;

  /** What a name may hold beside letters and digits; only the first of them may begin one. */
  private static final String OF_NAMES = "_.[]-";

  /** What this may hold beside letters and digits without being encoded. */
  private static final String PLAIN = "-._~*!'():/@,$?=";

  private static final boolean[] IS_PLAIN = plainCharacters();

  public Form {
    fields = Map.copyOf(fields);
  }

  /** The field's value; empty where it is absent, which here means the same. */
  public String value(String name) {
    return fields.getOrDefault(name, "");
  }

  /** The text that {@link #read} gives back as these fields, in their order. */
  public static String write(Map<String, String> fields, Charset charset) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey(), charset) + "=" + encoded(field.getValue(), charset))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text, Charset charset) {
    return URLEncoder.encode(text, charset);
  }

  /** The form; null when the bytes are not exactly one in that charset. */
  public static @Nullable Form read(byte[] body, Charset charset) {
    if (body.length == 0 || body.length > BYTES_MAX) return null;

    var parts = new String(body, ISO_8859_1).strip().split("&", FIELDS_MAX + 1);
    if (parts.length > FIELDS_MAX) return null;

    var fields = HashMap.<String, String>newHashMap(parts.length);
    for (var part : parts) {
      int equals = part.indexOf('=');
      var name = equals < 0 ? null : decoded(part.substring(0, equals), charset);
      var value = equals < 0 ? null : decoded(part.substring(equals + 1), charset);
      if (name == null || value == null || !isName(name)) return null;
      if (fields.put(name, value) != null) return null;
    }
    return new Form(fields);
  }

  /** What is wrong with bytes that {@link #read} does not take; empty when nothing is. */
  public static String whyNot(byte[] body, Charset charset) {
    if (body.length == 0) return "nothing was sent";
    if (body.length > BYTES_MAX) return "more than " + BYTES_MAX + " bytes";

    var parts = new String(body, ISO_8859_1).strip().split("&", FIELDS_MAX + 1);
    if (parts.length > FIELDS_MAX) return "more than " + FIELDS_MAX + " fields";

    var names = new HashSet<String>();
    for (int i = 0; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      var name = equals < 0 ? null : decoded(parts[i].substring(0, equals), charset);
      if (name == null || !isName(name)) {
        return "part " + (i + 1) + " is no name with its value";
      }
      if (!names.add(name)) return "field " + name + " comes twice";

      var wrong = whyNoText(parts[i].substring(equals + 1), charset);
      if (!wrong.isEmpty()) return "field " + name + " " + wrong;
    }
    return "";
  }

  private static String whyNoText(String value, Charset charset) {
    var bytes = octets(value);
    if (bytes == null) return "is cut off or badly encoded";
    if (decoded(value, charset) != null) return "";

    return decoded(value, ISO_8859_1) == null
        ? "holds a control character"
        : "is not in " + charset.name();
  }

  private static boolean isName(String text) {
    if (text.isEmpty() || text.length() > NAME_MAX) return false;

    char first = text.charAt(0);
    return (isLetter(first) || first == OF_NAMES.charAt(0))
        && hasOnly(text, c -> isLetter(c) || isDigit(c) || OF_NAMES.indexOf(c) >= 0);
  }

  /**
   * Null for what is not properly encoded, not of the charset, or holds a control character. What
   * is plain all through, as nearly all is, stands for itself in every charset that we are sent.
   */
  private static @Nullable String decoded(String text, Charset charset) {
    if (hasOnly(text, Form::isPlain)) return text;

    var bytes = octets(text);
    if (bytes == null) return null;

    try {
      var decoded = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return hasOnly(decoded, c -> !isControl(c)) ? decoded : null;
    } catch (CharacterCodingException notText) {
      return null;
    }
  }

  /** Null for what is not properly encoded. */
  private static byte @Nullable [] octets(String text) {
    var bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int value = c == '%' ? octet(text, i + 1) : plain(c);
      if (value < 0) return null;
      if (c == '%') i += 2;
      bytes.write(value);
    }
    return bytes.toByteArray();
  }

  /** The octet in two hexadecimal digits; −1 where they are missing. */
  private static int octet(String text, int at) {
    if (at + 2 > text.length()) return -1;
    if (!HexFormat.isHexDigit(text.charAt(at)) || !HexFormat.isHexDigit(text.charAt(at + 1))) {
      return -1;
    }
    return HexFormat.fromHexDigits(text, at, at + 2);
  }

  private static int plain(char c) {
    if (c == '+') return ' ';

    return isPlain(c) ? c : -1;
  }

  /** A loop and not a stream: this is asked of every field of every callback. */
  private static boolean hasOnly(String text, IntPredicate rule) {
    for (int i = 0; i < text.length(); i++) {
      if (!rule.test(text.charAt(i))) return false;
    }
    return true;
  }

  private static boolean isPlain(int c) {
    return c < IS_PLAIN.length && IS_PLAIN[c];
  }

  /** By character: a table, for this is asked of every character of every callback. */
  private static boolean[] plainCharacters() {
    var plain = new boolean[128];
    for (int c = 0; c < plain.length; c++) {
      plain[c] = isLetter(c) || isDigit(c) || PLAIN.indexOf(c) >= 0;
    }
    return plain;
  }

  private static boolean isLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isControl(int c) {
    return c < 0x20 || c == 0x7F;
  }
}
