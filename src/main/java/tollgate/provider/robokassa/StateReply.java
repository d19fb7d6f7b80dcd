package tollgate.provider.robokassa;

import static tollgate.payment.Code.CUSTOMER_CANCELLED;
import static tollgate.payment.Code.INVOICE_NOT_FOUND;
import static tollgate.payment.Code.PROVIDER_DECLINE;
import static tollgate.payment.Code.REFUND_ABOVE_AMOUNT;
import static tollgate.payment.Code.REFUND_UNAVAILABLE;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.OnceOnlyRefunds.First;
import tollgate.provider.Order;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.provider.Xml;

/** The answer of OpStateExt (section 7). */
record StateReply(Xml root) {

  private static final String DONE = "100";
  private static final String UNPAID = "10";
  private static final String RETURNED = "60";
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** Null for what is no such answer. */
  static @Nullable StateReply read(Reply reply) {
    if (reply.status() != 200) return null;

    var root = Xml.read(reply.body());
    return root == null || !root.name().equals("OperationStateResponse")
        ? null
        : new StateReply(root);
  }

  /** That it knows no such operation says that the customer has not come yet, and no more. */
  ProviderEvent event(Order order) {
    if (!result().equals("0")) return new Doubtful("result " + cut(result()));
    if (isOfAnother(order)) return new Doubtful("about another order");

    return switch (state()) {
      case DONE -> paid();
      case "5", "20", "50", "80" -> new SalePending("");
      case UNPAID -> new SaleDeclined(CUSTOMER_CANCELLED, "");
      case RETURNED -> new SaleDeclined(PROVIDER_DECLINE, "");
      case String other -> new Doubtful("state " + cut(other));
    };
  }

  /**
   * The key by which a refund names it. It must be paid, ours, and no less than goes back: what
   * will never be so ends the refund, for nothing was sent yet.
   */
  First refundable(Wanted refund) {
    if (!result().equals("0")) return doubtful("result " + cut(result()));
    if (isOfAnother(refund.sale())) return declined(refund, INVOICE_NOT_FOUND);

    return switch (state()) {
      case DONE -> refundable(refund, paid());
      case UNPAID, RETURNED -> declined(refund, REFUND_UNAVAILABLE);
      case String other -> doubtful("nothing to refund yet, state " + cut(other));
    };
  }

  private First refundable(Wanted refund, ProviderEvent event) {
    if (!(event instanceof SaleApproved paid)) return new First.Says(event);
    if (paid.paid().compareTo(refund.amount()) < 0) return declined(refund, REFUND_ABOVE_AMOUNT);

    return key().isEmpty() ? doubtful("nothing to name it by") : new First.Gives(key());
  }

  private static First declined(Wanted refund, Code code) {
    return new First.Says(new RefundDeclined(refund.operation(), code));
  }

  private static First doubtful(String why) {
    return new First.Says(new Doubtful(why));
  }

  private String state() {
    return under("State", "Code");
  }

  private String result() {
    return under("Result", "Code");
  }

  private String key() {
    var key = under("Info", "OpKey");
    return KEY.matcher(key).matches() ? key : "";
  }

  private ProviderEvent paid() {
    try {
      return new SaleApproved(Money.parse(under("Info", "OutSum"), Robokassa.RUB), key());
    } catch (ArithmeticException | NumberFormatException unreadable) {
      return new Doubtful("success of an unreadable amount");
    }
  }

  /** It repeats our own values where it has them. */
  private boolean isOfAnother(Order order) {
    var own = root.child("UserField");
    return own != null
        && own.children().stream()
            .filter(field -> field.text("Name").equalsIgnoreCase(PayForm.ORDER))
            .anyMatch(field -> !field.text("Value").equals(order.reference()));
  }

  private String under(String group, String name) {
    var child = root.child(group);
    return child == null ? "" : child.text(name);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), 40));
  }
}
