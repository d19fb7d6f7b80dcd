package tollgate.sandbox.midtrans;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The signature of notifications and status answers (§10.1). */
final class MidtransSignature {

  private MidtransSignature() {}

  static String of(String orderId, String statusCode, String grossAmount, String serverKey) {
    var text = orderId + statusCode + grossAmount + serverKey;
    return HexFormat.of().formatHex(sha512().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-512", impossible);
    }
  }
}
