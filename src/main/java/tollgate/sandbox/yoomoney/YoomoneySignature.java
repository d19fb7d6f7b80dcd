package tollgate.sandbox.yoomoney;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Both signatures of a notification (A.3). */
final class YoomoneySignature {

  private static final List<String> ORDER =
      List.of(
          "notification_type",
          "operation_id",
          "amount",
          "currency",
          "datetime",
          "sender",
          "codepro");

  private YoomoneySignature() {}

  static String sha1(Map<String, String> fields, String secret) {
    var signed = textOfSha1(fields, secret);
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has SHA-1", impossible);
    }
  }

  static String textOfSha1(Map<String, String> fields, String secret) {
    return Stream.concat(
            ORDER.stream().map(name -> fields.getOrDefault(name, "")),
            Stream.of(secret, fields.getOrDefault("label", "")))
        .collect(Collectors.joining("&"));
  }

  static String textOfHmac(SortedMap<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String hmac(SortedMap<String, String> fields, String secret) {
    var signed = textOfHmac(fields);
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HmacSHA256", impossible);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
