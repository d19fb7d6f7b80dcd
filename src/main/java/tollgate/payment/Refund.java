package tollgate.payment;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;
import tollgate.payment.PaymentState.OfRefund;

/**
 * Money of a sale on its way back, an operation of that sale. It never exists without it: only the
 * sale knows how much is left.
 *
 * @param operation our number of it
 * @param kind what the Gate wire calls it
 * @param charged what the provider gives back of it: the same, unless the sale was charged in
 *     another currency
 * @param providersId the provider's own id of the refund, empty until told
 */
public record Refund(
    long operation,
    Kind kind,
    Money amount,
    Money charged,
    Wish wish,
    OfRefund state,
    String providersId,
    Instant openedAt,
    Instant changedAt) {

  /** A reversal is the whole amount on the business day of the sale; all else is a refund. */
  public enum Kind {
    REFUND,
    REVERSAL
  }

  /**
   * What the merchant said beside the money.
   *
   * @param requestId our opaque id of the accepted request
   * @param merchantsId the merchant's own id of the refund, unique within the sale
   * @param comment why, may be empty
   * @param webhookUrl overrides that of the sale
   */
  public record Wish(
      String requestId,
      @Nullable String merchantsId,
      String comment,
      @Nullable String webhookUrl) {}

  /**
   * A merchant's request.
   *
   * @param operation our number for the refund
   * @param amount absent: all that is left
   * @param zone whose midnight closes the business day
   */
  public record Request(long operation, @Nullable Money amount, Wish wish, ZoneId zone) {}

  public boolean isDone() {
    return state instanceof PaymentState.Succeeded;
  }

  public boolean isInFlight() {
    return state instanceof PaymentState.Processing;
  }

  /** Sent to a provider that knows no repeat, so never again: it may have arrived, or not. */
  public boolean isInDoubt() {
    return state.equals(new PaymentState.Processing(true));
  }

  /** Whether this id of the provider's was not known yet. */
  boolean isNews(String theirs) {
    return !theirs.isEmpty() && !theirs.equals(providersId);
  }

  Refund to(OfRefund next, String theirs, Instant at) {
    var known = theirs.isEmpty() ? providersId : theirs;
    return new Refund(operation, kind, amount, charged, wish, next, known, openedAt, at);
  }
}
