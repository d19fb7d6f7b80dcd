package tollgate.provider.touchngo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tollgate.provider.SignedText.part;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tollgate.provider.Scheme;
import tollgate.provider.Scheme.Algorithm;
import tollgate.provider.Scheme.Writing;
import tollgate.provider.SignedText;
import tollgate.provider.SignedText.Part;
import tollgate.tenant.Secret;

/**
 * The signature of a message (section 2): HMAC-SHA-256 over its purpose and every field, each with
 * its length, so that neither can be moved or used as another.
 */
final class Signature {

  static final String FIELD = "Signature";
  static final Scheme SCHEME = Scheme.of(Algorithm.HMAC_SHA256, Writing.LOWER_HEX);

  /** What a message is for; part of what is signed. */
  enum Purpose {
    PAY,
    CALLBACK,
    STATUS,
    CANCEL,
    ANSWER,
    PAYOUT,
    PAYOUT_STATUS,
    PAYOUT_ANSWER,
    PAYOUT_CALLBACK,
    /** Never sent: what we ordered, to be known again in a callback (10.7). */
    PAYOUT_ORDER;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    String word() {
      return word;
    }

    String path() {
      return "/" + word();
    }
  }

  private Signature() {}

  /** 64 lower-case hexadecimal digits; a field {@code Signature} and empty ones are left out. */
  static String of(Purpose purpose, Map<String, String> fields, Secret key) {
    return SCHEME.sign(text(purpose, fields), key);
  }

  /** Names are ASCII, so a String's own order is the order of bytes. Every line has its end. */
  static SignedText text(Purpose purpose, Map<String, String> fields) {
    var parts = new ArrayList<Part>(fields.size() + 2);
    parts.add(part("", purpose.word()));
    new TreeMap<>(fields)
        .forEach((name, value) -> {
          if (name.equals(FIELD) || value.isEmpty()) return;

          int length = value.getBytes(UTF_8).length;
          parts.add(part(name, name + "=" + length + ":" + value));
        });
    parts.add(part("", ""));
    return new SignedText("\n", parts);
  }
}
