package tollgate.gate;

import tollgate.payment.Code;
import tollgate.payment.PaymentState;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.PaymentState.WithProvider;

/**
 * How the Gate wire calls a state: gate-api, sections 6.1 and 10.
 *
 * @param status of the payment and of its only operation alike
 */
record Wording(String status, Code code) {

  static final String ERROR = "error";

  static Wording of(PaymentState state) {
    return switch (state) {
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

  boolean isError() {
    return status.equals(ERROR);
  }

  private static Wording lost(Code code) {
    return new Wording(code == Code.INTERNAL_ERROR ? ERROR : "decline", code);
  }
}
