package tollgate.web;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.payment.Code;

/**
 * Reads the members of a request and gathers everything that is wrong with them, so that a merchant
 * hears of all mistakes at once.
 *
 * <p>A null counts as absent, and so does an empty text that nobody needs. Types are held fast: a
 * signature does not tell 1 from "1", so this must.
 */
final class Fields {

  /** The first integer that some clients cannot hold: 2^53. */
  static final long INTEGER_END = 1L << 53;

  /** Lists that we send have at most ten items. */
  private static final int MISTAKES_MAX = 10;

  private final Json.Obj object;
  private final String prefix;
  private final List<Mistake> mistakes;

  private Fields(Json.Obj object, String prefix, List<Mistake> mistakes) {
    this.object = object;
    this.prefix = prefix;
    this.mistakes = mistakes;
  }

  static Fields of(Json.Obj root) {
    return new Fields(root, "", new ArrayList<>(0));
  }

  /** The object of that name; an empty one when it is absent, so that its members complain. */
  Fields in(String name) {
    return switch (object.member(name)) {
      case Json.Obj inner -> below(inner, name);
      case null -> below(Json.object().build(), name);
      case Json.Null _ -> below(Json.object().build(), name);
      case Json.Str _, Json.Num _, Json.Bool _, Json.Arr _ -> {
        bad(name, Code.VALIDATION_ERROR, "must be an object");
        // Its members were not given, and saying so of each would hide what is wrong.
        yield new Fields(Json.object().build(), path(name) + '.', new ArrayList<>(0));
      }
    };
  }

  boolean has(String name) {
    var member = object.member(name);
    return member != null && member != Json.Null.NULL;
  }

  /** Empty after a complaint. */
  String required(String name, Rule rule) {
    if (!has(name)) {
      bad(name, Code.FIELD_MISSING, "is required");
      return "";
    }
    if (object.member(name) instanceof Json.Str text && !text.text().isEmpty()) {
      return checked(name, text.text(), rule);
    }
    bad(name, rule.code(), rule.words());
    return "";
  }

  @Nullable String optional(String name, Rule rule) {
    if (!has(name)) return null;
    if (!(object.member(name) instanceof Json.Str text)) {
      bad(name, rule.code(), "must be a string");
      return null;
    }
    return text.text().isEmpty() ? null : checked(name, text.text(), rule);
  }

  /** An integer from {@code min} on, below 2^53. */
  long required(String name, long min) {
    if (!has(name)) {
      bad(name, Code.FIELD_MISSING, "is required");
      return min;
    }
    return integer(name, min, INTEGER_END - 1);
  }

  long optional(String name, long absent, long min, long max) {
    return has(name) ? integer(name, min, max) : absent;
  }

  /** A list with something in it; empty when it is absent or after a complaint. */
  List<Json> items(String name, int most) {
    if (!has(name)) return List.of();
    if (object.member(name) instanceof Json.Arr(var items)
        && !items.isEmpty()
        && items.size() <= most) {
      return items;
    }
    bad(name, Code.VALIDATION_ERROR, "must be a list of 1 to " + most);
    return List.of();
  }

  /** True, or 1: public clients send either. */
  boolean flag(String name) {
    if (!has(name)) return false;

    return switch (object.member(name)) {
      case Json.Bool bool -> bool.value();
      case Json.Num number when number.literal().equals("1") -> true;
      case Json.Num number when number.literal().equals("0") -> false;
      case null, default -> {
        bad(name, Code.VALIDATION_ERROR, "must be true, false, 1 or 0");
        yield false;
      }
    };
  }

  void bad(String name, Code code, String description) {
    if (mistakes.size() < MISTAKES_MAX) mistakes.add(new Mistake(code, path(name), description));
  }

  /** Throws {@link GateRefusal} when anything was wrong. */
  void check() {
    if (!mistakes.isEmpty()) throw new GateRefusal(400, mistakes);
  }

  private String checked(String name, String text, Rule rule) {
    if (rule.allows(text)) return text;

    bad(name, rule.code(), rule.words());
    return "";
  }

  private long integer(String name, long min, long max) {
    var exact =
        object.member(name) instanceof Json.Num number ? number.exactLong() : OptionalLong.empty();
    if (exact.isPresent() && exact.getAsLong() >= min && exact.getAsLong() <= max) {
      return exact.getAsLong();
    }
    bad(name, Code.VALIDATION_ERROR, "must be an integer from " + min + " to " + max);
    return min;
  }

  private Fields below(Json.Obj inner, String name) {
    return new Fields(inner, path(name) + '.', mistakes);
  }

  private String path(String name) {
    return prefix + name;
  }
}
