package tollgate.provider.midtrans;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reference;
import tollgate.signing.Hmac;
import tollgate.tenant.Secret;

/**
 * A notification (section 10). Its signature covers the order, the code and the amount, and leaves
 * out the very word that says what happened: so the word must fit the code, and a gateway may ask
 * the provider before it believes a success.
 */
final class Notification {

  private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{128}");

  private static final List<String> REQUIRED =
      List.of("order_id", "status_code", "gross_amount", "transaction_status", "signature_key");

  /**
   * No others: nothing separates the signed parts, so digits of an order id could become a code.
   */
  private static final Set<String> CODES = Set.of("200", "201", "202");

  private Notification() {}

  static Reading open(byte[] body, Secret key) {
    try {
      var json = JsonReader.read(body, Limits.MESSAGE);
      if (json instanceof Json.Obj object) return open(new Message(object), key);
    } catch (JsonRefused notJson) {
      return new Malformed(notJson.reason().words());
    }
    return new Malformed("no object");
  }

  private static Reading open(Message message, Secret key) {
    for (var name : REQUIRED) {
      if (!message.has(name)) return new Malformed("no " + name);
    }
    if (!isSigned(message, key)) return new Forged("signature");
    if (!CODES.contains(message.code())) return new Forged("code of no notification");
    if (!fits(message)) return new Forged("the code is not the status's own");

    var payment = Reference.read(message.orderId());
    return payment.isEmpty()
        ? new Malformed("no reference of ours")
        : new Genuine(payment.get(), Transaction.of(message));
  }

  private static boolean isSigned(Message message, Secret key) {
    var given = message.text("signature_key");
    return SIGNATURE.matcher(given).matches()
        && Hmac.sameInConstantTime(signature(message, key), given);
  }

  private static String signature(Message message, Secret key) {
    var signed = message.orderId() + message.code() + message.text("gross_amount") + key.reveal();
    try {
      var digest = MessageDigest.getInstance("SHA-512").digest(signed.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every JDK has SHA-512", impossible);
    }
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
