package tollgate.provider.robokassa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import tollgate.signing.Hmac;
import tollgate.tenant.Secret;

/** A compact JSON web token (RFC 7519) by HS256, as the refund service wants it (section 8). */
final class Token {

  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Token() {}

  static String of(String payload, Secret key) {
    var signed = encoded(HEADER.getBytes(UTF_8)) + "." + encoded(payload.getBytes(UTF_8));
    return signed + "." + encoded(Hmac.sha256(key).of(signed.getBytes(UTF_8)));
  }

  private static String encoded(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }
}
