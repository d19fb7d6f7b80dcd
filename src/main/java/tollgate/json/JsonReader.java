package tollgate.json;

import static com.fasterxml.jackson.core.JsonToken.END_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.END_OBJECT;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.json.JsonRefused.Reason;

/**
 * Reads JSON (RFC 8259) strictly: two parsers must never see two different messages in one body.
 *
 * <p>Refused, beyond what is no JSON: malformed UTF-8, a byte order mark, a member name used twice,
 * anything after the value, and whatever passes the {@link Limits}. The bytes are decoded first and
 * strictly, since Jackson's own byte parser guesses encodings and takes overlong UTF-8.
 */
public final class JsonReader {

  // None of Jackson's own can be reached: the bytes are counted before, all else by our Limits.
  private static final StreamReadConstraints CEILINGS =
      StreamReadConstraints.builder()
          .maxNestingDepth(Limits.DEPTH_CEILING + 1)
          .maxNameLength(Integer.MAX_VALUE)
          .maxStringLength(Integer.MAX_VALUE)
          .maxNumberLength(Integer.MAX_VALUE)
          .build();

  // Names are neither interned nor kept in a table: no state is shared between messages, and a
  // flood of invented names leaves nothing behind. Repeats are found by the tree's own maps, so
  // Jackson's detector, which would keep every name a second time, stays off.
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(CEILINGS)
          .build();

  private final JsonParser parser;
  private final Limits limits;

  private JsonReader(JsonParser parser, Limits limits) {
    this.parser = parser;
    this.limits = limits;
  }

  /**
   * Reads the one value that these bytes are.
   *
   * @throws JsonRefused if they are not exactly one JSON value within the limits
   */
  public static Json read(byte[] bytes, Limits limits) throws JsonRefused {
    if (bytes.length > limits.bytesMax()) {
      throw new JsonRefused(Reason.TOO_MANY_BYTES, "", limits.bytesMax());
    }
    var text = decode(bytes);
    return read(() -> FACTORY.createParser(text.array(), text.arrayOffset(), text.limit()), limits);
  }

  /** The same of what was decoded before: a stored text, or the body of an answer. */
  public static Json read(String text, Limits limits) throws JsonRefused {
    // No character is more than three bytes: only what comes near the limit is counted.
    if (text.length() > limits.bytesMax() / 3 && text.getBytes(UTF_8).length > limits.bytesMax()) {
      throw new JsonRefused(Reason.TOO_MANY_BYTES, "", limits.bytesMax());
    }
    return read(() -> FACTORY.createParser(text), limits);
  }

  private interface Source {
    JsonParser open() throws IOException;
  }

  private static Json read(Source source, Limits limits) throws JsonRefused {
    try (var parser = source.open()) {
      return new JsonReader(parser, limits).whole();
    } catch (IOException impossible) {
      throw new AssertionError("no input or output here", impossible);
    }
  }

  private static CharBuffer decode(byte[] bytes) throws JsonRefused {
    var from = ByteBuffer.wrap(bytes);
    var to = CharBuffer.allocate(bytes.length);
    // A new decoder reports malformed input; String's own constructor would paint it over.
    var result = UTF_8.newDecoder().decode(from, to, true);
    if (result.isError()) throw new JsonRefused(Reason.NOT_UTF8, "", from.position());
    return to.flip();
  }

  private Json whole() throws JsonRefused {
    var token = next(Reason.MALFORMED);
    if (token == null) throw refused(Reason.EMPTY);

    var value = value(token, 0);
    if (next(Reason.TRAILING_DATA) != null) throw refused(Reason.TRAILING_DATA);
    return value;
  }

  private Json value(@Nullable JsonToken token, int depth) throws JsonRefused {
    return switch (token) {
      case START_OBJECT -> object(depth + 1);
      case START_ARRAY -> list(depth + 1);
      case VALUE_STRING -> new Json.Str(text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(number());
      case VALUE_TRUE -> Json.bool(true);
      case VALUE_FALSE -> Json.bool(false);
      case VALUE_NULL -> Json.Null.NULL;
      case null, default -> throw refused(Reason.MALFORMED);
    };
  }

  private Json.Obj object(int depth) throws JsonRefused {
    if (depth > limits.depthMax()) throw refused(Reason.TOO_DEEP);

    var members = new LinkedHashMap<String, Json>();
    while (next(Reason.MALFORMED) != END_OBJECT) {
      var name = text();
      var value = value(next(Reason.MALFORMED), depth);
      if (members.putIfAbsent(name, value) != null) throw refused(Reason.DUPLICATE_MEMBER);
    }
    return new Json.Obj(members);
  }

  private Json.Arr list(int depth) throws JsonRefused {
    if (depth > limits.depthMax()) throw refused(Reason.TOO_DEEP);

    List<Json> items = new ArrayList<>();
    for (var token = next(Reason.MALFORMED); token != END_ARRAY; token = next(Reason.MALFORMED)) {
      items.add(value(token, depth));
    }
    return new Json.Arr(items);
  }

  /** The next token; null at the end of the text. */
  private @Nullable JsonToken next(Reason whenBroken) throws JsonRefused {
    try {
      return parser.nextToken();
    } catch (IOException broken) {
      throw refused(whenBroken);
    }
  }

  private String text() throws JsonRefused {
    var text = raw();
    if (text.length() > limits.textLengthMax()) throw refused(Reason.TEXT_TOO_LONG);
    if (!UnicodeText.isStorable(text)) throw refused(Reason.UNUSABLE_CHARACTER);
    return text;
  }

  private String number() throws JsonRefused {
    var literal = raw();
    if (literal.length() > limits.numberLengthMax()) throw refused(Reason.NUMBER_TOO_LONG);
    return literal;
  }

  private String raw() throws JsonRefused {
    try {
      return parser.getText();
    } catch (IOException broken) {
      throw refused(Reason.MALFORMED);
    }
  }

  private JsonRefused refused(Reason reason) {
    var path = parser.getParsingContext().pathAsPointer().toString();
    return new JsonRefused(reason, path, parser.currentLocation().getCharOffset());
  }
}
