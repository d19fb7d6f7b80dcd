package tollgate.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that keeps what was written: the order of members and the very digits of numbers.
 *
 * <p>Signatures are computed over texts and money is read from digits, so neither may pass through
 * a {@code double} on the way. Values are immutable; equality is that of JSON, where the order of
 * members does not count and {@code 1.0} is not {@code 1}.
 */
public sealed interface Json {

  /** Starts an object: {@code Json.object().put("amount", 1250).put("currency", "MYR").build()}. */
  static ObjBuilder object() {
    return new ObjBuilder();
  }

  static Arr array(Json... items) {
    return new Arr(List.of(items));
  }

  static Arr array(List<? extends Json> items) {
    return new Arr(List.copyOf(items));
  }

  static Str text(String text) {
    return new Str(text);
  }

  static Num number(long value) {
    return new Num(Long.toString(value));
  }

  static Bool bool(boolean value) {
    return value ? Bool.TRUE : Bool.FALSE;
  }

  /** Compact JSON text, without a space that is not in a string. */
  default String encode() {
    var out = new StringBuilder(1024);
    JsonWriter.write(this, out);
    return out.toString();
  }

  /** The text of {@link #encode()} in UTF-8. */
  default byte[] bytes() {
    return encode().getBytes(UTF_8);
  }

  /** An object. Its members keep the order in which they were written. */
  final class Obj implements Json {

    private final SequencedMap<String, Json> members;

    /** Takes the map over without a copy: only for those who let go of it. */
    Obj(SequencedMap<String, Json> members) {
      this.members = members;
    }

    public static Obj of(Map<String, ? extends Json> members) {
      return new Obj(new LinkedHashMap<>(members));
    }

    public SequencedMap<String, Json> members() {
      return Collections.unmodifiableSequencedMap(members);
    }

    /** The same for those of this room, who change nothing: no entry is wrapped. */
    Set<Map.Entry<String, Json>> entries() {
      return members.entrySet();
    }

    /** Whether this is true of a member; none is looked at after that. */
    public boolean anyMember(BiPredicate<String, Json> rule) {
      for (var member : members.entrySet()) {
        if (rule.test(member.getKey(), member.getValue())) return true;
      }
      return false;
    }

    /** The member of that name; null where there is none. A JSON null is {@link Null#NULL}. */
    public @Nullable Json member(String name) {
      return members.get(name);
    }

    /** The text of that member; null where there is none or it is no string. */
    public @Nullable String text(String name) {
      return members.get(name) instanceof Str member ? member.text() : null;
    }

    /** The value down a path of member names; null where the path leads nowhere. */
    public @Nullable Json at(String... path) {
      Json here = this;
      for (var name : path) {
        if (!(here instanceof Obj object)) return null;
        here = object.member(name);
      }
      return here;
    }

    /** The same with one member added at the end, or replaced in its place. */
    public Obj with(String name, Json value) {
      var changed = new LinkedHashMap<>(members);
      changed.put(name, value);
      return new Obj(changed);
    }

    public Obj without(String name) {
      var changed = new LinkedHashMap<>(members);
      changed.remove(name);
      return new Obj(changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Obj that && members.equals(that.members);
    }

    @Override
    public int hashCode() {
      return members.hashCode();
    }

    @Override
    public String toString() {
      return encode();
    }
  }

  /** A list. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return encode();
    }
  }

  /** A string, unescaped. */
  record Str(String text) implements Json {
    @Override
    public String toString() {
      return encode();
    }
  }

  /** A number by its literal: {@code 5.0}, {@code 5} and {@code 5e0} are three different values. */
  record Num(String literal) implements Json {

    /**
     * Takes the literal as it is.
     *
     * @throws IllegalArgumentException if this is not a number in JSON's grammar
     */
    public Num {
      if (!NumberText.isNumber(literal)) {
        throw new IllegalArgumentException("not a JSON number: " + literal);
      }
    }

    /** The integer that is written here; empty for a fraction, exponent, −0 or beyond a long. */
    public OptionalLong exactLong() {
      return NumberText.exactLong(literal);
    }

    /**
     * The integer that is written here.
     *
     * @throws ArithmeticException for a fraction, an exponent, −0 or anything beyond a long
     */
    public long longValue() {
      return exactLong().orElseThrow(() -> new ArithmeticException("not an integer: " + literal));
    }

    @Override
    public String toString() {
      return literal;
    }
  }

  /** True or false. */
  record Bool(boolean value) implements Json {
    static final Bool TRUE = new Bool(true);
    static final Bool FALSE = new Bool(false);

    @Override
    public String toString() {
      return encode();
    }
  }

  /** JSON's null, which is a value and not an absence. */
  enum Null implements Json {
    NULL;

    @Override
    public String toString() {
      return encode();
    }
  }
}
