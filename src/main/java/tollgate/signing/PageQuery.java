package tollgate.signing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import tollgate.json.Json;
import tollgate.signing.GateSignature.Verdict;

/**
 * The query of a Payment Page, which every public program signs a little differently: gate-api,
 * section 2.5. Booleans are signed as 1 and 0 but sent as any of 1, true and True; parameters that
 * begin with an underscore are added before the signature or after it.
 *
 * @param parameters all of them but the signature, as they came: texts, and objects of texts
 * @param signature empty when there is none
 */
public record PageQuery(Json.Obj parameters, String signature) {

  private static final Set<String> BOOLEANS =
      Set.of(
          "force_acs_new_window",
          "redirect",
          "redirect_on_mobile",
          "close_on_missclick",
          "recurring_register",
          "cashier_manual_input");

  /** What a check found; {@code signed} are the only parameters that may influence anything. */
  public record Checked(Verdict verdict, Json.Obj signed) {}

  /** A way of signing: which values are taken for booleans. */
  private enum Reading {
    LITERAL(_ -> false),
    KNOWN_BOOLEANS(BOOLEANS::contains),
    ALL_BOOLEANS(_ -> true);

    @SuppressWarnings("ImmutableEnumChecker") // Of constants alone.
    private final Predicate<String> isBoolean;

    Reading(Predicate<String> isBoolean) {
      this.isBoolean = isBoolean;
    }

    Json.Obj of(Json.Obj parameters) {
      var read = new LinkedHashMap<String, Json>();
      parameters.members().forEach((name, value) -> read.put(name, value(name, value)));
      return Json.Obj.of(read);
    }

    private Json value(String name, Json value) {
      return switch (value) {
        case Json.Str text when isBoolean.test(name) -> turned(text);
        case Json.Obj object -> of(object);
        case Json.Str _, Json.Num _, Json.Bool _, Json.Arr _, Json.Null _ -> value;
      };
    }

    private static Json turned(Json.Str text) {
      return switch (text.text().toLowerCase(Locale.ROOT)) {
        case "true" -> Json.bool(true);
        case "false" -> Json.bool(false);
        default -> text;
      };
    }
  }

  /** Reads the text after the question mark, as it was sent. */
  public static PageQuery read(String query) throws QueryRefused {
    var all = QueryText.read(query);
    var given = all.member(CanonicalForm.SIGNATURE);
    if (given != null && !(given instanceof Json.Str)) {
      throw new QueryRefused(CanonicalForm.SIGNATURE, "must be a text");
    }
    var text = given instanceof Json.Str signature ? signature.text() : "";
    // Base64 has no spaces: a plus that was not escaped has become one.
    return new PageQuery(all.without(CanonicalForm.SIGNATURE), text.replace(' ', '+'));
  }

  /** Accepts the first of all public ways of signing that fits; every key of the project counts. */
  public Checked check(GateSignature keys) {
    var tried = new ArrayList<Json.Obj>();
    var verdict = Verdict.EMPTY;
    for (var signed : List.of(withoutUnderscores(), withoutUnsigned())) {
      for (var reading : Reading.values()) {
        var candidate = reading.of(signed);
        if (tried.contains(candidate)) continue;
        verdict = keys.verify(candidate, signature);
        if (verdict != Verdict.WRONG) return new Checked(verdict, signed);
        tried.add(candidate);
      }
    }
    return new Checked(verdict, Json.object().build());
  }

  private Json.Obj withoutUnderscores() {
    var kept = new LinkedHashMap<String, Json>();
    withoutUnsigned()
        .members()
        .forEach((name, value) -> {
          if (!name.startsWith("_")) kept.put(name, value);
        });
    return Json.Obj.of(kept);
  }

  private Json.Obj withoutUnsigned() {
    return parameters.without(CanonicalForm.UNSIGNED);
  }
}
