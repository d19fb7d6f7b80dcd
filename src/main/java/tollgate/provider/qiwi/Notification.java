package tollgate.provider.qiwi;

import static tollgate.provider.SignedText.part;

import java.util.List;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.Evidence.Addressee;
import tollgate.provider.Evidence.Claims;
import tollgate.provider.JsonMessage;
import tollgate.provider.NamedKey;
import tollgate.provider.Proof;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reference;
import tollgate.provider.Scheme;
import tollgate.provider.Scheme.Algorithm;
import tollgate.provider.Scheme.Writing;
import tollgate.provider.SignedText;
import tollgate.tenant.Gateway;

/**
 * A notification (section 5). It may come twice, late, and in any order, and the bill itself is the
 * better witness: so one that is signed makes us read the bill, and decides nothing. It names no
 * transfer, for a bill, which has our own name, is paid but once.
 */
final class Notification {

  private static final String HEADER = "x-api-signature-sha256";

  /** Hexadecimal only: the Base64 of one page of the documents is what no SDK computes (5). */
  private static final Scheme SCHEME = Scheme.of(Algorithm.HMAC_SHA256, Writing.ANY_HEX);

  private Notification() {}

  static Reading open(Callback callback, Gateway gateway) {
    var message = JsonMessage.read(callback.body());
    var bill = message == null ? null : message.object("bill");
    if (bill == null) return new Malformed("no bill");
    if (!proof(callback, bill, gateway).holds()) return new Forged("signature");
    if (!Replies.isOurs(bill, gateway)) return new Forged("another site");

    return Reference.read(bill.text("billId"))
        .<Reading>map(Doorbell::new)
        .orElseGet(() -> new Malformed("no reference of ours"));
  }

  static Evidence evidence(Callback callback, Gateway gateway) {
    var message = JsonMessage.read(callback.body());
    if (message == null) return Evidence.unreadable(JsonMessage.whyNot(callback.body()));

    var bill = message.object("bill");
    if (bill == null) return Evidence.unreadable("no bill");

    var site = gateway.fields().getOrDefault(Qiwi.SITE_ID, "");
    var evidence = Evidence.of(claims(bill), explained(callback, bill, gateway));
    return site.isEmpty()
        ? evidence
        : evidence.about(new Addressee("bill.siteId", bill.text("siteId"), site));
  }

  private static Claims claims(JsonMessage bill) {
    return new Claims(
        bill.text("billId"),
        bill.scalar("amount", "value"),
        bill.text("amount", "currency"),
        bill.text("status", "value"));
  }

  /** What the signature is of where there is no amount to sign, nobody knows: it never holds. */
  private static Proof proof(Callback callback, JsonMessage bill, Gateway gateway) {
    var amount = Amounts.signed(bill);
    var given = amount == null ? "" : callback.headers().getOrDefault(HEADER, "");
    var text = text(bill, amount == null ? "" : amount);
    return new Proof(HEADER, SCHEME, text, NamedKey.of(gateway, Qiwi.SECRET_KEY), given);
  }

  private static Proof explained(Callback callback, JsonMessage bill, Gateway gateway) {
    var written = bill.scalar("amount", "value");
    var rounded = Amounts.rounded(bill);
    return proof(callback, bill, gateway)
        .near("with the amount as it is written, not with two decimals", text(bill, written))
        .near("with the amount rounded to the nearest, not down", text(bill, rounded));
  }

  private static SignedText text(JsonMessage bill, String amount) {
    return new SignedText(
        "|",
        List.of(
            part("amount.currency", bill.text("amount", "currency")),
            part("amount.value", amount),
            part("billId", bill.text("billId")),
            part("siteId", bill.text("siteId")),
            part("status.value", bill.text("status", "value"))));
  }
}
