package tollgate.sandbox.robokassa;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The body of a refund (§8): a JSON web token. */
record RefundToken(String signed, String algorithm, JsonObject payload, String signature) {

  private static final Map<String, String> ALGORITHMS =
      Map.of("HS256", "HmacSHA256", "HS384", "HmacSHA384", "HS512", "HmacSHA512");
  private static final Pattern SUM = Pattern.compile("\"RefundSum\"\\s*:\\s*([0-9]+(\\.[0-9]+)?)");

  /** Also where it comes as a JSON text, in quotes. */
  static Optional<RefundToken> read(String body) {
    var parts = body.strip().replaceAll("^\"|\"$", "").split("\\.", -1);
    if (parts.length != 3) return Optional.empty();

    try {
      var algorithm = ALGORITHMS.get(json(parts[0]).getString("alg", ""));
      if (algorithm == null) return Optional.empty();

      var token = new RefundToken(parts[0] + "." + parts[1], algorithm, json(parts[1]), parts[2]);
      return Optional.of(token);
    } catch (IllegalArgumentException | DecodeException | ClassCastException unreadable) {
      return Optional.empty();
    }
  }

  private static JsonObject json(String part) {
    return new JsonObject(new String(Base64.getUrlDecoder().decode(part), UTF_8));
  }

  boolean isSignedBy(String key) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
      var expected =
          Base64.getUrlEncoder().withoutPadding().encode(mac.doFinal(signed.getBytes(US_ASCII)));
      return MessageDigest.isEqual(expected, signature.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + algorithm, impossible);
    }
  }

  String operation() {
    return payload.getValue("OpKey") instanceof String key ? key : "";
  }

  /** As its digits are written, which no number of the reader's would keep. Absent: all. */
  Optional<BigDecimal> sum() {
    var text = new String(Base64.getUrlDecoder().decode(signed.split("\\.", -1)[1]), UTF_8);
    var found = SUM.matcher(text);
    return found.find() ? Optional.of(new BigDecimal(found.group(1))) : Optional.empty();
  }
}
