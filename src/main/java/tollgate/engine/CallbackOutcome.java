package tollgate.engine;

import org.jspecify.annotations.Nullable;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.provider.Provider.Verdict;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Inquiry;
import tollgate.tenant.Gateway;

/**
 * What becomes of a callback: what its provider hears, and by which word it is counted. One place
 * for those who take callbacks and for the callback doctor, who only says what would become of one.
 */
public record CallbackOutcome(Verdict verdict, String result) {

  public static final CallbackOutcome FORGED = new CallbackOutcome(Verdict.FORGED, "bad_signature");
  public static final CallbackOutcome MALFORMED =
      new CallbackOutcome(Verdict.MALFORMED, "malformed");
  public static final CallbackOutcome NOTHING = new CallbackOutcome(Verdict.TAKEN, "nothing");
  public static final CallbackOutcome UNKNOWN =
      new CallbackOutcome(Verdict.UNKNOWN, "unknown_payment");
  public static final CallbackOutcome BUSY = new CallbackOutcome(Verdict.BUSY, "unavailable");

  /** The provider was asked, and did not say it again. */
  public static final CallbackOutcome UNCONFIRMED =
      new CallbackOutcome(Verdict.BUSY, "unconfirmed");

  private static final CallbackOutcome KNOWN = new CallbackOutcome(Verdict.TAKEN, "duplicate");

  /**
   * Whether the provider must say it again to our face before it is believed. Not of what is paid:
   * no word credits that again, and who paid twice must be seen.
   */
  public static boolean mustBeAsked(Gateway gateway, Genuine genuine, @Nullable Payment payment) {
    return gateway.confirmSuccess()
        && genuine.event() instanceof SaleApproved
        && payment != null
        && !(payment.state() instanceof Succeeded);
  }

  /**
   * Of what rings: before anybody is asked, when that is not needed any more, else null. Of what is
   * paid, another transfer may be other money.
   */
  public static @Nullable CallbackOutcome unasked(@Nullable Payment payment, Doorbell bell) {
    if (payment == null) return UNKNOWN;

    var isPaid = payment.state() instanceof Succeeded;
    return isPaid && !payment.isKnownByAnother(bell.transfer()) ? KNOWN : null;
  }

  /** Of the question whether so much may be paid; {@code payment} is null when there is none. */
  public static CallbackOutcome of(Inquiry inquiry, @Nullable Payment payment) {
    if (payment == null) return UNKNOWN;

    return payment.isOpen() && payment.askedFor().equals(inquiry.amount())
        ? new CallbackOutcome(Verdict.TAKEN, "inquiry")
        : new CallbackOutcome(Verdict.UNWANTED, "unwanted");
  }

  public static CallbackOutcome of(Handled handled) {
    return switch (handled) {
      case Handled.UnknownPayment _ -> UNKNOWN;
      case Handled.Decided(Ignored _) -> KNOWN;
      case Handled.Decided(Refused _), Handled.Decided(Denied _) ->
          new CallbackOutcome(Verdict.MISMATCH, "mismatch");
      case Handled.Decided(Funded funded) ->
          throw new IllegalStateException("not settled: " + funded);
      case Handled.Decided(Step step) ->
          new CallbackOutcome(
              Verdict.TAKEN, step.payment().state() instanceof PaidLate ? "late" : "accepted");
    };
  }
}
