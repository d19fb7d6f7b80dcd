package tollgate.provider.webmoney;

import java.util.Optional;
import java.util.regex.Pattern;
import tollgate.payment.Payment;
import tollgate.provider.Form;
import tollgate.provider.Reference;
import tollgate.signing.Hmac;
import tollgate.tenant.Secret;

/**
 * Our own field in the form, which WebMoney gives back in every message: the reference of the
 * payment. Neither hash covers it, so it brings a proof of its own; the number, which the hashes do
 * cover, must be that of the same payment.
 */
final class Mark {

  static final String FIELD = "tollgate";
  static final String TOKEN = "tollgate_token";
  static final String NUMBER = "LMI_PAYMENT_NO";

  /** 96 bits. */
  private static final int PROOF_CHARS = 24;

  private static final Pattern SHAPE = Pattern.compile("(TG-[0-9-]{1,60})\\.([0-9a-f]{24})");

  private Mark() {}

  static String of(String reference, Secret key) {
    return reference + "." + proof(reference, key);
  }

  /** The payment that a message of WebMoney is about; empty when it is none of ours. */
  static Optional<Payment.Id> read(Form form, Settings settings) {
    var mark = SHAPE.matcher(form.value(FIELD));
    if (!mark.matches()) return Optional.empty();

    var key = settings.gateway().key(Settings.SECRET_KEY);
    return Hmac.sameInConstantTime(proof(mark.group(1), key), mark.group(2))
        ? Reference.read(mark.group(1))
            .filter(id -> form.value(NUMBER).equals(Long.toString(id.operation())))
        : Optional.empty();
  }

  /** The reference that stands there, proved or not; empty where there is none. */
  static String claimed(Form form) {
    var mark = SHAPE.matcher(form.value(FIELD));
    return mark.matches() ? mark.group(1) : "";
  }

  private static String proof(String reference, Secret key) {
    return Hmac.sha256(key).hex("tollgate payment " + reference).substring(0, PROOF_CHARS);
  }
}
