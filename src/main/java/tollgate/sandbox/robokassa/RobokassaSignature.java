package tollgate.sandbox.robokassa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How both sides sign (§3). */
final class RobokassaSignature {

  private static final Map<String, String> DIGESTS =
      Map.of(
          "md5", "MD5",
          "sha1", "SHA-1",
          "sha256", "SHA-256",
          "sha384", "SHA-384",
          "sha512", "SHA-512");

  private RobokassaSignature() {}

  /** In lower-case hexadecimal. */
  static String of(String text, String hash) {
    try {
      var digest = MessageDigest.getInstance(DIGESTS.getOrDefault(hash, hash));
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException unknown) {
      throw new IllegalStateException("no hash " + hash, unknown);
    }
  }

  static boolean isGenuine(String text, String hash, String given) {
    var expected = of(text, hash).getBytes(UTF_8);
    return MessageDigest.isEqual(expected, given.toLowerCase(Locale.ROOT).getBytes(UTF_8));
  }

  /** The request: optional fields only where they were sent, our part in the order of names. */
  static String request(Map<String, String> form, String password) {
    var text = new StringBuilder(form.getOrDefault("MerchantLogin", ""));
    text.append(':').append(form.getOrDefault("OutSum", ""));
    text.append(':').append(form.getOrDefault("InvId", ""));
    for (var name : new String[] {"OutSumCurrency", "UserIp", "Receipt"}) {
      var value = form.getOrDefault(name, "");
      if (!value.isEmpty()) text.append(':').append(value);
    }
    if (form.getOrDefault("StepByStep", "").equals("true")) text.append(":true");
    return text.append(':').append(password).append(tail(own(form))).toString();
  }

  /** What comes back: the sum as it is written there, the number and a password. */
  static String notice(String sum, Invoice invoice, String password) {
    var number = Long.toString(invoice.order().number());
    return sum + ":" + number + ":" + password + tail(own(invoice.order().form()));
  }

  static SortedMap<String, String> own(Map<String, String> form) {
    var own = new TreeMap<String, String>();
    form.forEach((name, value) -> {
      if (name.toLowerCase(Locale.ROOT).startsWith("shp")) own.put(name, value);
    });
    return own;
  }

  private static String tail(SortedMap<String, String> own) {
    var text = new StringBuilder();
    own.forEach((name, value) -> text.append(':').append(name).append('=').append(value));
    return text.toString();
  }
}
