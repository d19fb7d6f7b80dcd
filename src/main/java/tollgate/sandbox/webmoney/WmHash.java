package tollgate.sandbox.webmoney;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The digests of §5, §3 and §8, and the sandbox's own signature of §9. */
final class WmHash {

  private static final List<String> BEFORE_KEY =
      List.of(
          "LMI_PAYEE_PURSE",
          "LMI_PAYMENT_AMOUNT",
          "LMI_HOLD",
          "LMI_PAYMENT_NO",
          "LMI_MODE",
          "LMI_SYS_INVS_NO",
          "LMI_SYS_TRANS_NO",
          "LMI_SYS_TRANS_DATE");

  private WmHash() {}

  /** The values that are signed; of a hold only where there is one. */
  static List<String> signed(Map<String, String> fields, String secret) {
    var values = new ArrayList<String>();
    for (var name : BEFORE_KEY) {
      var value = fields.get(name);
      if (value != null || !name.equals("LMI_HOLD")) values.add(value == null ? "" : value);
    }
    values.add(secret);
    values.add(fields.getOrDefault("LMI_PAYER_PURSE", ""));
    values.add(fields.getOrDefault("LMI_PAYER_WM", ""));
    return values;
  }

  /** LMI_HASH and LMI_HASH2 added. */
  static void sign(Map<String, String> fields, WebmoneyAccount.Keys keys) {
    var values = signed(fields, keys.secret());
    var first = keys.md5() ? "MD5" : "SHA-256";
    fields.put("LMI_HASH", upper(first, String.join("", values)));
    fields.put("LMI_HASH2", upper("SHA-256", String.join(";", values)));
  }

  /** Whether a form is signed with the second key of the purse (§3). */
  static boolean isForm(WmForm form, String x20) {
    var text =
        form.get("LMI_PAYEE_PURSE")
            + (";" + form.get("LMI_PAYMENT_AMOUNT"))
            + (";" + form.get("LMI_PAYMENT_NO"))
            + (";" + x20 + ";");
    return same(form.get("LMI_PAYMENTFORM_SIGN"), hex("SHA-256", text));
  }

  static String upper(String algorithm, String text) {
    return hex(algorithm, text).toUpperCase(Locale.ROOT);
  }

  static String hex(String algorithm, String text) {
    try {
      var digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + algorithm, impossible);
    }
  }

  /** Not WMSigner, and good for nothing else (§9). */
  static String ofSandbox(String key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HmacSHA256", impossible);
    }
  }

  /** Clients write capital letters or small ones. */
  static boolean same(String given, String expected) {
    var asked = given.toLowerCase(Locale.ROOT).getBytes(UTF_8);
    return MessageDigest.isEqual(asked, expected.toLowerCase(Locale.ROOT).getBytes(UTF_8));
  }
}
