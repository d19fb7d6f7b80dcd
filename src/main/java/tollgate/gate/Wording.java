package tollgate.gate;

import tollgate.payment.Code;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.Offered;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.PaymentState.WithProvider;
import tollgate.payment.Payout;
import tollgate.payment.Refund;
import tollgate.payment.Sale;

/**
 * How the Gate wire calls a state: gate-api, sections 6.1 and 10. Registers and reports say it in
 * the same words.
 *
 * @param status of an operation, and of a payment that has no other
 */
public record Wording(String status, Code code) {

  static final String ERROR = "error";
  static final String INVOICE = "invoice";
  private static final String PAYOUT = "payout";

  /** A link that ended has words of its own. */
  public static Wording of(Payment payment) {
    if (!(payment instanceof Link link) || link.isOpen()) return of(payment.state());

    return link.state().equals(Link.EXPIRED)
        ? new Wording("expired", Code.AUTO_DECLINE)
        : new Wording("invoice cancelled", Code.CANCELLED);
  }

  public static Wording of(PaymentState state) {
    return switch (state) {
      case Offered(boolean mailed) ->
          new Wording(mailed ? "invoice sent" : "awaiting payment", Code.AWAITING_PROCESSING);
      case Processing _ -> new Wording("processing", Code.AWAITING_PROCESSING);
      case AwaitingCustomer _ -> new Wording("awaiting redirect result", Code.AWAITING_PROCESSING);
      case WithProvider _ -> new Wording("external processing", Code.AWAITING_PROVIDER);
      case Succeeded _ -> new Wording("success", Code.SUCCESS);
      case Declined declined -> lost(declined.code());
      case Failed failed -> new Wording(ERROR, failed.code());
      // Paid after all, but what the merchant was told stays as it was told.
      case PaidLate late -> lost(late.code());
    };
  }

  /** Of the payment as a whole: a sale that was given back is told by how much of it. */
  public static String status(Payment payment) {
    var done = payment.refunds().stream().filter(Refund::isDone).toList();
    // What came late and went back leaves a decline a decline.
    if (done.isEmpty() || payment.state() instanceof PaidLate) return of(payment).status();

    var reversed = done.stream().allMatch(refund -> refund.kind() == Refund.Kind.REVERSAL);
    var word = reversed ? "reversed" : "refunded";
    return payment instanceof Sale sale && sale.left().isPositive() ? "partially " + word : word;
  }

  static String type(Payment payment) {
    return switch (payment) {
      case Sale _ -> "purchase";
      case Payout _ -> PAYOUT;
      case Link _ -> INVOICE;
    };
  }

  public static String operation(Payment payment) {
    return switch (payment) {
      case Sale _ -> "sale";
      case Payout _ -> PAYOUT;
      case Link _ -> INVOICE;
    };
  }

  public static String operation(Refund.Kind kind) {
    return switch (kind) {
      case REFUND -> "refund";
      case REVERSAL -> "reversal";
    };
  }

  boolean isError() {
    return status.equals(ERROR);
  }

  private static Wording lost(Code code) {
    return new Wording(code == Code.INTERNAL_ERROR ? ERROR : "decline", code);
  }
}
