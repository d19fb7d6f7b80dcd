package tollgate.provider.qiwi;

import java.util.Locale;
import java.util.regex.Pattern;
import tollgate.provider.Callback;
import tollgate.provider.JsonMessage;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reference;
import tollgate.signing.Hmac;
import tollgate.tenant.Gateway;

/**
 * A notification (section 5). It may come twice, late, and in any order, and the bill itself is the
 * better witness: so one that is signed makes us read the bill, and decides nothing.
 */
final class Notification {

  private static final String HEADER = "x-api-signature-sha256";

  /** Hexadecimal only: the Base64 of one page of the documents is what no SDK computes (5). */
  private static final Pattern SIGNATURE = Pattern.compile("[0-9a-fA-F]{64}");

  private Notification() {}

  static Reading open(Callback callback, Gateway gateway) {
    var message = JsonMessage.read(callback.body());
    var bill = message == null ? null : message.object("bill");
    if (bill == null) return new Malformed("no bill");
    if (!isSigned(bill, callback.headers().getOrDefault(HEADER, ""), gateway)) {
      return new Forged("signature");
    }
    if (!Replies.isOurs(bill, gateway)) return new Forged("another site");

    return Reference.read(bill.text("billId"))
        .<Reading>map(Doorbell::new)
        .orElseGet(() -> new Malformed("no reference of ours"));
  }

  private static boolean isSigned(JsonMessage bill, String given, Gateway gateway) {
    var amount = Amounts.signed(bill);
    if (amount == null || !SIGNATURE.matcher(given).matches()) return false;

    var signed =
        String.join(
            "|",
            bill.text("amount", "currency"),
            amount,
            bill.text("billId"),
            bill.text("siteId"),
            bill.text("status", "value"));
    var expected = Hmac.sha256(gateway.key(Qiwi.SECRET_KEY)).hex(signed);
    return Hmac.sameInConstantTime(expected, given.toLowerCase(Locale.ROOT));
  }
}
