package tollgate.sandbox.mykassa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How both sides sign (§1, §2, §4, §6). */
final class MykassaSignature {

  private static final String HMAC = "HmacSHA256";

  private MykassaSignature() {}

  /** Of a form, over the texts as they came; the currency has a place where it was sent. */
  static String form(Map<String, String> form, String word) {
    var currency = form.getOrDefault("currency", "");
    var middle = currency.isEmpty() ? "" : ":" + currency;
    return md5(
        value(form, "m") + ":" + value(form, "oa") + ":" + word + middle + ":" + value(form, "o"));
  }

  static String notice(String shop, String amount, String word, String order) {
    return md5(text(shop, amount, word, order));
  }

  static String text(String shop, String amount, String word, String order) {
    return shop + ":" + amount + ":" + word + ":" + order;
  }

  static String md5(String text) {
    try {
      var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has MD5", impossible);
    }
  }

  static String hmac(String text, String key) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), HMAC));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + HMAC, impossible);
    }
  }

  static boolean isSame(String expected, String given) {
    return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
  }

  private static String value(Map<String, String> form, String name) {
    return form.getOrDefault(name, "");
  }
}
