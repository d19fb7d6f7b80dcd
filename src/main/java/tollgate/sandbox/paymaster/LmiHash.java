package tollgate.sandbox.paymaster;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Both hashes: of notifications (1.4) and of REST calls (1.6). */
final class LmiHash {

  private static final List<String> HASHED =
      List.of(
          "LMI_MERCHANT_ID",
          "LMI_PAYMENT_NO",
          "LMI_SYS_PAYMENT_ID",
          "LMI_SYS_PAYMENT_DATE",
          "LMI_PAYMENT_AMOUNT",
          "LMI_CURRENCY",
          "LMI_PAID_AMOUNT",
          "LMI_PAID_CURRENCY",
          "LMI_PAYMENT_SYSTEM",
          "LMI_SIM_MODE");

  private LmiHash() {}

  /** A missing field is an empty slot: its separator stays. */
  static String ofNotification(Map<String, String> fields, String secret, String algorithm) {
    return digest(text(fields, secret), algorithm);
  }

  static String text(Map<String, String> fields, String secret) {
    var joined =
        HASHED.stream().map(name -> fields.getOrDefault(name, "")).collect(Collectors.joining(";"));
    return joined + ";" + secret;
  }

  static String ofCall(PaymasterAccount account, String nonce, List<String> own) {
    var joined = String.join(";", account.login(), account.password(), nonce);
    return digest(joined + ";" + String.join(";", own), "sha1");
  }

  private static String digest(String text, String algorithm) {
    try {
      var digest = MessageDigest.getInstance(algorithm.replace("sha", "SHA-"));
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException unknown) {
      throw new IllegalArgumentException("no such hash: " + algorithm, unknown);
    }
  }
}
