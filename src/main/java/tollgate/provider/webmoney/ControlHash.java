package tollgate.provider.webmoney;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static tollgate.provider.SignedText.part;

import java.util.ArrayList;
import java.util.List;
import tollgate.provider.Form;
import tollgate.provider.NamedKey;
import tollgate.provider.Proof;
import tollgate.provider.Scheme;
import tollgate.provider.Scheme.Algorithm;
import tollgate.provider.Scheme.Writing;
import tollgate.provider.SignedText;
import tollgate.provider.SignedText.Part;

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
    return proofs(form, settings).stream().allMatch(Proof::holds);
  }

  /** One at least: what did not come does not hold. */
  static List<Proof> proofs(Form form, Settings settings) {
    var hash =
        new Proof(
            HASH,
            scheme(Algorithm.of(settings.digest())),
            text("", form),
            key(settings),
            form.value(HASH));
    var hash2 =
        new Proof(
            HASH2, scheme(Algorithm.SHA256), text(";", form), key(settings), form.value(HASH2));
    if (hash.given().isEmpty()) return List.of(hash2);

    return hash2.given().isEmpty() ? List.of(hash) : List.of(hash, hash2);
  }

  private static NamedKey key(Settings settings) {
    return NamedKey.of(settings.gateway(), Settings.SECRET_KEY);
  }

  /** Every byte is a character, see {@link Told#read}. */
  static Scheme scheme(Algorithm algorithm) {
    return new Scheme(algorithm, ISO_8859_1, Writing.ANY_HEX);
  }

  /** In the order of section 5.1; the slot of a hold is not there at all when there is none. */
  static SignedText text(String mark, Form form) {
    var parts = new ArrayList<Part>();
    parts.add(of(form, "LMI_PAYEE_PURSE"));
    parts.add(of(form, "LMI_PAYMENT_AMOUNT"));
    if (form.fields().containsKey(HOLD)) parts.add(of(form, HOLD));
    parts.add(of(form, "LMI_PAYMENT_NO"));
    parts.add(of(form, "LMI_MODE"));
    parts.add(of(form, "LMI_SYS_INVS_NO"));
    parts.add(of(form, "LMI_SYS_TRANS_NO"));
    parts.add(of(form, "LMI_SYS_TRANS_DATE"));
    parts.add(SignedText.KEY);
    parts.add(of(form, "LMI_PAYER_PURSE"));
    parts.add(of(form, "LMI_PAYER_WM"));
    return new SignedText(mark, parts);
  }

  private static Part of(Form form, String name) {
    return part(name, form.value(name));
  }
}
