package tollgate.sandbox.touchngo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How both sides sign (§2). */
final class TouchngoSignature {

  /** The first line of the canonical text: no message can pass for another kind. */
  enum Purpose {
    PAY,
    CALLBACK,
    STATUS,
    CANCEL,
    ANSWER,
    PAYOUT,
    PAYOUT_STATUS,
    PAYOUT_ANSWER,
    PAYOUT_CALLBACK;

    private String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private TouchngoSignature() {}

  static String canonical(Purpose purpose, Form form) {
    var text = new StringBuilder(purpose.word()).append('\n');
    form.fields()
        .forEach((name, value) -> {
          if (!name.equals(Form.SIGNATURE)) line(text, name, value);
        });
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    var bytes = value.getBytes(StandardCharsets.UTF_8).length;
    text.append(name).append('=').append(bytes).append(':').append(value).append('\n');
  }

  static String of(Purpose purpose, Form form, String key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var text = canonical(purpose, form).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(text));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HmacSHA256", impossible);
    }
  }

  static Form signed(Purpose purpose, Form form, String key) {
    return form.with(Form.SIGNATURE, of(purpose, form, key));
  }

  static boolean isGenuine(Purpose purpose, Form form, String key) {
    var expected = of(purpose, form, key).getBytes(StandardCharsets.US_ASCII);
    var given = form.get(Form.SIGNATURE).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, given);
  }
}
