package tollgate.provider.midtrans;

import static tollgate.payment.Code.CANCELLED;
import static tollgate.provider.Provider.Call.CANCEL;
import static tollgate.provider.Provider.Call.START;

import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.RedirectData;
import tollgate.provider.Order;
import tollgate.provider.Provider.Call;
import tollgate.provider.Reply;

/**
 * What a reply to one of our calls says. The body's code decides before the HTTP status, which says
 * 200 over most errors (section 9); without a readable body nothing is decided at all.
 */
final class Replies {

  private static final String CREATED = "201";
  private static final String NOT_FOUND = "404";

  private Replies() {}

  static ProviderEvent read(Call call, Order order, Reply reply) {
    try {
      var json = JsonReader.read(reply.body(), Limits.MESSAGE);
      if (json instanceof Json.Obj body) return read(call, order, new Message(body), reply);
    } catch (JsonRefused notJson) {
      return new Doubtful("HTTP " + reply.status() + ", " + notJson.reason().words());
    }
    return new Doubtful("HTTP " + reply.status() + ", no object");
  }

  private static ProviderEvent read(Call call, Order order, Message message, Reply reply) {
    if (!message.has("transaction_status")) return refused(call, message, reply);
    if (!message.orderId().equals(order.reference())) return new Doubtful("about another order");

    boolean opened =
        call == START && message.code().equals(CREATED) && message.status().equals("pending");
    return opened ? redirect(message, order) : Transaction.of(message);
  }

  /** Nothing there to act on: only to a charge does a code alone say no. */
  private static ProviderEvent refused(Call call, Message message, Reply reply) {
    // What Midtrans does not know when the limit is over, no customer was ever sent to.
    if (call == CANCEL && message.code().equals(NOT_FOUND)) return new SaleDeclined(CANCELLED, "");

    var code = call == START ? Declines.ofRefusal(message) : null;
    if (code != null) return new SaleDeclined(code, "");
    return new Doubtful("HTTP " + reply.status() + ", code " + message.code());
  }

  private static ProviderEvent redirect(Message message, Order order) {
    if (!Transaction.isSameAmount(message, order)) return new Doubtful("charged another amount");

    var link = Actions.link(message);
    return link == null
        ? new Doubtful("created without a link")
        : new CustomerRedirected(RedirectData.get(link), Transaction.id(message));
  }
}
