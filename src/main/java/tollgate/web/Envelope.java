package tollgate.web;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tollgate.engine.ProjectKeys;
import tollgate.json.Json;
import tollgate.payment.Code;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.signing.GateSignature.Verdict;
import tollgate.signing.PageQuery;
import tollgate.tenant.Project;
import tollgate.tenant.Secret;
import tollgate.tenant.Tenants;
import tollgate.web.WebMeters.AuthFailure;

/**
 * Who sent a message.
 *
 * <p>Until the signature is right nothing is said but that it is not; an unknown project goes the
 * very same way as a wrong signature, with keys that nobody has, and so takes the same time.
 */
final class Envelope {

  private static final long PROJECT_END = 1L << 53;
  private static final int PROJECT_DIGITS_MAX = 16;

  private final Supplier<Tenants> tenants;
  private final WebMeters meters;
  private final ProjectKeys<GateSignature> keys = new ProjectKeys<>(GateSignature::with);

  /** What nobody can sign for: it makes an unknown project as slow as a known one. */
  private final GateSignature nobody =
      GateSignature.with(new Secret("nobody-" + ThreadLocalRandom.current().nextLong()));

  Envelope(Supplier<Tenants> tenants, WebMeters meters) {
    this.tenants = tenants;
    this.meters = meters;
  }

  /** Who signed, and the keys for an answer. */
  record Sender(Project project, GateSignature keys) {}

  /** Who signed a page's query, and those of its parameters that were signed. */
  record Page(Project project, Json.Obj parameters) {}

  private GateSignature keys(@Nullable Project project) {
    return project == null ? nobody : keys.of(project);
  }

  /** Throws {@link GateRefusal}. */
  Sender open(Json.Obj message, Place place) {
    var number = project(message, place);
    var project = tenants.get().project(number);
    var signature = keys(project);
    check(signature.verify(message, place), project, place);
    if (project == null) throw wrong(AuthFailure.UNKNOWN_PROJECT);

    return new Sender(project, signature);
  }

  /** The sender of a Payment Page's query. Throws {@link GateRefusal}. */
  Page open(PageQuery query) {
    var number = number(query.parameters().member("project_id"), "project_id");
    var project = tenants.get().project(number);
    var checked = query.check(keys(project));
    check(checked.verdict(), project, Place.ROOT);
    if (project == null) throw wrong(AuthFailure.UNKNOWN_PROJECT);

    return new Page(project, checked.signed());
  }

  private static long project(Json.Obj message, Place place) {
    return switch (place) {
      case ROOT -> number(message.member("project_id"), "project_id");
      case GENERAL ->
          switch (message.member("general")) {
            case Json.Obj general -> number(general.member("project_id"), "general.project_id");
            case null -> throw missing(Code.FIELD_MISSING, "general");
            case Json.Null _ -> throw missing(Code.FIELD_MISSING, "general");
            case Json.Str _, Json.Num _, Json.Bool _, Json.Arr _ ->
                throw GateRefusal.of(400, Code.VALIDATION_ERROR, "general", "must be an object");
          };
    };
  }

  private static long number(@Nullable Json value, String field) {
    if (value == null || value == Json.Null.NULL) throw missing(Code.PROJECT_ID_MISSING, field);

    var number =
        switch (value) {
          case Json.Num integer -> integer.exactLong().orElse(0);
          case Json.Str digits -> digits(digits.text());
          case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> 0;
        };
    if (number >= 1 && number < PROJECT_END) return number;

    throw GateRefusal.of(400, Code.VALIDATION_ERROR, field, "must be a positive integer");
  }

  private static long digits(String text) {
    if (text.isEmpty() || text.length() > PROJECT_DIGITS_MAX || text.charAt(0) == '0') return 0;

    return text.chars().allMatch(c -> c >= '0' && c <= '9') ? Long.parseLong(text) : 0;
  }

  private void check(Verdict verdict, @Nullable Project project, Place place) {
    switch (verdict) {
      case RIGHT -> {}
      case EMPTY -> {
        meters.authFailed(AuthFailure.EMPTY_SIGNATURE);
        throw GateRefusal.of(401, Code.EMPTY_SIGNATURE, field(place), "is required");
      }
      case STRAY ->
          throw GateRefusal.of(
              400, Code.VALIDATION_ERROR, field(place), "only one member may have this name");
      case MALFORMED -> throw wrong(AuthFailure.MALFORMED_SIGNATURE);
      case WRONG ->
          throw wrong(project == null ? AuthFailure.UNKNOWN_PROJECT : AuthFailure.WRONG_SIGNATURE);
    }
  }

  private static String field(Place place) {
    return switch (place) {
      case ROOT -> "signature";
      case GENERAL -> "general.signature";
    };
  }

  /** One wording for all, whatever was wrong. */
  private GateRefusal wrong(AuthFailure why) {
    meters.authFailed(why);
    return GateRefusal.of(401, Code.INVALID_SIGNATURE, "is not the signature of this message");
  }

  private static GateRefusal missing(Code code, String field) {
    return GateRefusal.of(400, code, field, "is required");
  }
}
