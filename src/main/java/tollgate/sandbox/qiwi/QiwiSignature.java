package tollgate.sandbox.qiwi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The header of a notification (§5): hexadecimal, lower case, since one client compares texts. */
final class QiwiSignature {

  static final String HEADER = "X-Api-Signature-SHA256";

  private QiwiSignature() {}

  /** Of an amount with two decimals. */
  static String of(QiwiBill bill, String amount) {
    var signed =
        String.join(
            "|",
            bill.order().sum().currency(),
            amount,
            bill.order().billId(),
            bill.origin().account().siteId(),
            bill.status().name());
    return of(signed, bill.origin().account().secretKey());
  }

  static String of(String signed, String key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HmacSHA256", impossible);
    }
  }
}
