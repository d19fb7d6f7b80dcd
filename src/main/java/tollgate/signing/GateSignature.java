package tollgate.signing;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.tenant.Secret;

/**
 * The Gate signature: HMAC-SHA-512 over the sorted {@code path:value} lines of a message, in Base64
 * (gate-api, sections 2.1 to 2.3). Bound to the keys of one project; keep it as long as the keys.
 *
 * <p>Immutable and safe for any number of threads.
 */
public final class GateSignature {

  /** 64 bytes in Base64. */
  private static final int LENGTH = 88;

  /** Where a message carries its signature (gate-api, section 2.2). */
  public enum Place {
    /** Webhooks, status answers, requests about requests. */
    ROOT,
    /** Requests for money, links and status: inside the object {@code general}. */
    GENERAL;

    /** What stands there for a signature; null when nothing does. */
    public @Nullable Json in(Json.Obj message) {
      return switch (this) {
        case ROOT -> message.member(CanonicalForm.SIGNATURE);
        case GENERAL -> message.at(CanonicalForm.GENERAL, CanonicalForm.SIGNATURE);
      };
    }

    Json.Obj put(Json.Obj message, String signature) {
      var value = Json.text(signature);
      return switch (this) {
        case ROOT -> message.with(CanonicalForm.SIGNATURE, value);
        case GENERAL -> {
          if (!(message.member(CanonicalForm.GENERAL) instanceof Json.Obj general)) {
            throw new IllegalArgumentException("no object general to sign in");
          }
          yield message.with(CanonicalForm.GENERAL, general.with(CanonicalForm.SIGNATURE, value));
        }
      };
    }
  }

  /** What a check found, in the order in which it looks. */
  public enum Verdict {
    /** No signature, null or the empty text: code 3262. */
    EMPTY,
    /** No text of 88 Base64 characters: code 3261. */
    MALFORMED,
    /** A second member named {@code signature} somewhere: code 502, HTTP 400. */
    STRAY,
    /** None of our keys made it: code 3261. */
    WRONG,
    /** Made with one of our keys. */
    RIGHT
  }

  private final List<Hmac> keys;

  private GateSignature(List<Hmac> keys) {
    this.keys = keys;
  }

  /** Signs with the newest key, accepts any of them: so a key is changed without a gap. */
  public static GateSignature with(Secret newest, Secret... older) {
    return with(Stream.concat(Stream.of(newest), Stream.of(older)).toList());
  }

  /** The same, the newest key first. */
  public static GateSignature with(List<Secret> keys) {
    return new GateSignature(keys.stream().map(Hmac::sha512).toList());
  }

  /** For those who sign once; else keep {@link #with}. */
  public static String sign(Json.Obj message, Secret key) {
    return with(key).sign(message);
  }

  /** For those who check once; else keep {@link #with}. */
  public static Verdict verify(Json.Obj message, Place place, Secret key) {
    return with(key).verify(message, place);
  }

  /**
   * The signature of a message that has none yet: 88 characters of Base64.
   *
   * @throws IllegalArgumentException if a member is already named {@code signature}, at any depth
   */
  public String sign(Json.Obj message) {
    if (StraySignature.isIn(message, null)) {
      throw new IllegalArgumentException("a member is already named signature");
    }
    return keys.getFirst().base64(CanonicalForm.natural(message));
  }

  /** The message with its signature as the last member of the root, as we send it. */
  public Json.Obj signed(Json.Obj message) {
    return signed(message, Place.ROOT);
  }

  /**
   * The message with its signature at that place.
   *
   * @throws IllegalArgumentException if a member is already named {@code signature}, or if there is
   *     no {@code general} to put it in
   */
  public Json.Obj signed(Json.Obj message, Place place) {
    return place.put(message, sign(message));
  }

  /** Checks a received message against the signature it carries. */
  public Verdict verify(Json.Obj message, Place place) {
    return switch (place.in(message)) {
      case null -> Verdict.EMPTY;
      case Json.Null _ -> Verdict.EMPTY;
      case Json.Str given -> verify(message, place, given.text());
      case Json.Obj _, Json.Arr _, Json.Num _, Json.Bool _ -> Verdict.MALFORMED;
    };
  }

  /** Checks a message against a signature that came beside it, as in a query. */
  public Verdict verify(Json.Obj message, String given) {
    return verify(message, null, given);
  }

  private Verdict verify(Json.Obj message, @Nullable Place place, String given) {
    if (given.isEmpty()) return Verdict.EMPTY;
    if (!isSignature(given)) return Verdict.MALFORMED;

    if (StraySignature.isIn(message, place)) return Verdict.STRAY;
    return isSignedInSomeOrder(message, given) ? Verdict.RIGHT : Verdict.WRONG;
  }

  /** An order that gives the same text as an earlier one is not tried again. */
  private boolean isSignedInSomeOrder(Json.Obj message, String given) {
    var natural = CanonicalForm.natural(message);
    if (isSigned(natural, given)) return true;

    var form = CanonicalForm.of(message);
    return Stream.of(LineOrder.PATH_BYTES, LineOrder.LINE_BYTES)
        .map(form::in)
        .distinct()
        .anyMatch(text -> !text.equals(natural) && isSigned(text, given));
  }

  private boolean isSigned(String text, String given) {
    for (var key : keys) {
      if (Hmac.sameInConstantTime(key.base64(text), given)) return true;
    }
    return false;
  }

  private static boolean isSignature(String text) {
    if (text.length() != LENGTH || !text.endsWith("==")) return false;

    return text.chars().limit(LENGTH - 2).allMatch(GateSignature::isBase64);
  }

  private static boolean isBase64(int c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
