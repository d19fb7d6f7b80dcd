package tollgate.simulation;

import tollgate.payment.Effect;
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

/** What a merchant must read of an operation, in the auditor's own words. */
final class Texts {

  private Texts() {}

  static String of(Payment payment, Payment.Id operation, Effect effect) {
    var refund = payment.refund(operation.operation());
    return refund == null
        ? text(effect, operation, payment.state()) + payment.terms().amount()
        : text(effect, operation, refund.state()) + refund.amount() + " of " + payment.id();
  }

  private static String text(Effect effect, Payment.Id operation, PaymentState state) {
    return effect + " " + operation + " " + end(state) + " ";
  }

  /** Late money does not change how it ended. */
  private static String end(PaymentState state) {
    return switch (state) {
      case Offered _ -> "offered";
      case Processing _ -> "processing";
      case AwaitingCustomer(var redirect) -> "awaiting " + redirect.url();
      case WithProvider _ -> "with provider";
      case Succeeded _ -> "success";
      case Declined declined -> "ended " + declined.code();
      case Failed failed -> "ended " + failed.code();
      case PaidLate late -> "ended " + late.code();
    };
  }
}
