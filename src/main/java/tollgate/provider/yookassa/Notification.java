package tollgate.provider.yookassa;

import tollgate.provider.Evidence;
import tollgate.provider.Evidence.Claims;
import tollgate.provider.JsonMessage;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reading.Nothing;
import tollgate.provider.Reference;

/**
 * A notification (B.4). Nobody signs it, and old ones come after new ones: so it says which payment
 * to read and nothing more, by their id and by the reference that we gave along.
 */
final class Notification {

  private Notification() {}

  static Reading open(byte[] body) {
    var message = JsonMessage.read(body);
    if (message == null || !message.text("type").equals("notification")) {
      return new Malformed("no notification");
    }
    // Of refunds, our own questions tell; deals and payouts we have none.
    if (!message.text("event").startsWith("payment.")) return new Nothing("no news of a payment");

    return Reference.read(message.text("object", "metadata", "reference"))
        .<Reading>map(payment -> new Doorbell(payment, id(message)))
        .orElseGet(() -> new Malformed("no reference of ours"));
  }

  /** Empty for what is no id. */
  private static String id(JsonMessage message) {
    var id = message.text("object", "id");
    return Replies.isId(id) ? id : "";
  }

  static Evidence evidence(byte[] body) {
    var message = JsonMessage.read(body);
    if (message == null) return Evidence.unreadable(JsonMessage.whyNot(body));

    return Evidence.unsigned(
        new Claims(
            message.text("object", "metadata", "reference"),
            message.scalar("object", "amount", "value"),
            message.text("object", "amount", "currency"),
            message.text("object", "status")));
  }
}
