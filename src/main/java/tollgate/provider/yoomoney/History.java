package tollgate.provider.yoomoney;

import static tollgate.payment.Code.PROVIDER_GENERAL_DECLINE;

import java.util.regex.Pattern;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.JsonMessage;
import tollgate.provider.Order;
import tollgate.provider.Reply;
import tollgate.tenant.Gateway;

/**
 * The history of our wallet by label (A.4). It tells what came in and not what was paid, so the
 * commission of the payment type that we asked for decides whether it was the whole sum.
 */
final class History {

  static final int RECORDS_MAX = 30;

  private static final Pattern OPERATION = Pattern.compile("[0-9A-Za-z-]{1,64}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,2}0*)?");

  private History() {}

  static ProviderEvent read(Order order, Gateway gateway, Reply reply) {
    var message = JsonMessage.read(reply.body());
    if (reply.status() != 200 || message == null || message.has("error")) {
      return new Doubtful("HTTP " + reply.status() + ", no history");
    }
    if (!(message.body().member("operations") instanceof Json.Arr operations)) {
      return new Doubtful("HTTP 200, no operations");
    }
    var label = Label.of(order, gateway);
    ProviderEvent best = new Doubtful("no operation yet");
    for (var item : operations.items()) {
      if (!(item instanceof Json.Obj object) || !isAskedFor(object, order)) continue;

      var event = event(new JsonMessage(object), label, gateway);
      if (weight(event, label) > weight(best, label)) best = event;
    }
    return best;
  }

  /** A form can be paid twice: who names an operation hears of no other. */
  private static boolean isAskedFor(Json.Obj operation, Order order) {
    var theirs = order.providersId();
    return theirs.isEmpty() || new JsonMessage(operation).scalar("operation_id").equals(theirs);
  }

  /** Of several under one label: money before its promise, and first of all the agreed sum. */
  private static int weight(ProviderEvent event, Label label) {
    return switch (event) {
      case SaleApproved approved -> approved.paid().equals(label.agreed()) ? 4 : 3;
      case SalePending _ -> 2;
      case SaleDeclined _ -> 1;
      case ProviderEvent _ -> 0;
    };
  }

  private static ProviderEvent event(JsonMessage operation, Label label, Gateway gateway) {
    var id = operation.scalar("operation_id");
    if (!operation.text("label").equals(label.text())
        || !operation.text("direction").equals("in")
        || !OPERATION.matcher(id).matches()) {
      return new Doubtful("another operation");
    }
    return switch (operation.text("status")) {
      case "success" -> received(operation, label, gateway, id);
      case "in_progress" -> new SalePending(id);
      case "refused" -> new SaleDeclined(PROVIDER_GENERAL_DECLINE, id);
      case String _ -> new Doubtful("a word that we do not know");
    };
  }

  private static ProviderEvent received(
      JsonMessage operation, Label label, Gateway gateway, String id) {
    var amount = operation.scalar("amount");
    if (!AMOUNT.matcher(amount).matches()) return new Doubtful("money of an unreadable amount");

    var received = Money.parse(amount, Yoomoney.RUB);
    var isWhole = Commission.isOf(label.agreed(), received, Yoomoney.isByCard(gateway), gateway);
    return new SaleApproved(isWhole ? label.agreed() : received, id);
  }
}
