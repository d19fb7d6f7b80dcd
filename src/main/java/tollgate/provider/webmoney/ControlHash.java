package tollgate.provider.webmoney;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tollgate.provider.Form;
import tollgate.signing.Digest;
import tollgate.signing.Hmac;

/**
 * How WebMoney and the merchant prove themselves: a digest of values with the Secret Key among
 * them. The values count as they came, to the byte.
 */
final class ControlHash {

  static final String HASH = "LMI_HASH";
  static final String HASH2 = "LMI_HASH2";

  private static final String HOLD = "LMI_HOLD";

  private ControlHash() {}

  /**
   * Whether a notification proves itself. LMI_HASH runs its values together, so digits may slide
   * from one into the next: LMI_HASH2 has a mark between them, and where both came both must hold.
   */
  static boolean holds(Form form, Settings settings) {
    var hash = form.value(HASH);
    var hash2 = form.value(HASH2);
    if (hash.isEmpty() && hash2.isEmpty()) return false;

    var values = values(form, settings.secret());
    var isFirst = hash.isEmpty() || same(settings.digest(), String.join("", values), hash);
    var isSecond = hash2.isEmpty() || same(Digest.SHA256, String.join(";", values), hash2);
    return isFirst && isSecond;
  }

  /** In the order of section 5.1; the slot of a hold is not there at all when there is none. */
  static List<String> values(Form form, String secret) {
    var values = new ArrayList<String>();
    values.add(form.value("LMI_PAYEE_PURSE"));
    values.add(form.value("LMI_PAYMENT_AMOUNT"));
    if (form.fields().containsKey(HOLD)) values.add(form.value(HOLD));
    values.add(form.value("LMI_PAYMENT_NO"));
    values.add(form.value("LMI_MODE"));
    values.add(form.value("LMI_SYS_INVS_NO"));
    values.add(form.value("LMI_SYS_TRANS_NO"));
    values.add(form.value("LMI_SYS_TRANS_DATE"));
    values.add(secret);
    values.add(form.value("LMI_PAYER_PURSE"));
    values.add(form.value("LMI_PAYER_WM"));
    return values;
  }

  private static boolean same(Digest digest, String text, String given) {
    return Hmac.sameInConstantTime(of(digest, text), given.toUpperCase(Locale.ROOT));
  }

  /** In upper-case hexadecimal, as notifications have it. */
  static String of(Digest digest, String text) {
    return digest.hex(text.getBytes(ISO_8859_1)).toUpperCase(Locale.ROOT);
  }
}
