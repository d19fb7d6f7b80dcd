package tollgate.provider.midtrans;

import static tollgate.provider.SignedText.part;

import java.util.List;
import java.util.Set;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.provider.Evidence;
import tollgate.provider.Evidence.Claims;
import tollgate.provider.NamedKey;
import tollgate.provider.Proof;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reference;
import tollgate.provider.Scheme;
import tollgate.provider.Scheme.Algorithm;
import tollgate.provider.Scheme.Writing;
import tollgate.provider.SignedText;

/**
 * A notification (section 10). Its signature covers the order, the code and the amount, and leaves
 * out the very word that says what happened: so the word must fit the code, and a gateway may ask
 * the provider before it believes a success.
 */
final class Notification {

  private static final Scheme SCHEME = Scheme.of(Algorithm.SHA512, Writing.LOWER_HEX);

  private static final List<String> REQUIRED =
      List.of("order_id", "status_code", "gross_amount", "transaction_status", "signature_key");

  /**
   * No others: nothing separates the signed parts, so digits of an order id could become a code.
   */
  private static final Set<String> CODES = Set.of("200", "201", "202");

  private Notification() {}

  static Reading open(byte[] body, NamedKey key) {
    try {
      var json = JsonReader.read(body, Limits.MESSAGE);
      if (json instanceof Json.Obj object) return open(new Message(object), key);
    } catch (JsonRefused notJson) {
      return new Malformed(notJson.reason().words());
    }
    return new Malformed("no object");
  }

  private static Reading open(Message message, NamedKey key) {
    for (var name : REQUIRED) {
      if (!message.has(name)) return new Malformed("no " + name);
    }
    if (!proof(message, key).holds()) return new Forged("signature");
    if (!CODES.contains(message.code())) return new Forged("code of no notification");
    if (!fits(message)) return new Forged("the code is not the status's own");

    var payment = Reference.read(message.orderId());
    return payment.isEmpty()
        ? new Malformed("no reference of ours")
        : new Genuine(payment.get(), Transaction.of(message));
  }

  static Evidence evidence(byte[] body, NamedKey key) {
    try {
      return JsonReader.read(body, Limits.MESSAGE) instanceof Json.Obj object
          ? evidence(new Message(object), key)
          : Evidence.unreadable("no object");
    } catch (JsonRefused notJson) {
      return Evidence.unreadable(notJson.getMessage());
    }
  }

  private static Evidence evidence(Message message, NamedKey key) {
    var amount = message.text("gross_amount");
    var claims = new Claims(message.orderId(), amount, message.text("currency"), message.status());
    return Evidence.of(claims, proof(message, key));
  }

  private static Proof proof(Message message, NamedKey key) {
    var text =
        new SignedText(
            "",
            List.of(
                part("order_id", message.orderId()),
                part("status_code", message.code()),
                part("gross_amount", message.text("gross_amount")),
                SignedText.KEY));
    return new Proof("signature_key", SCHEME, text, key, message.text("signature_key"));
  }

  /** The codes of notifications by status; an unknown status has none to fit, and moves nothing. */
  private static boolean fits(Message message) {
    return switch (message.status()) {
      case "pending" -> message.code().equals("201");
      case "settlement", "capture", "refund", "partial_refund" -> message.code().equals("200");
      case "deny", "expire", "cancel", "failure" -> message.code().equals("202");
      case String _ -> true;
    };
  }
}
