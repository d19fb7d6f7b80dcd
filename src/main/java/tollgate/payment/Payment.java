package tollgate.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;

/**
 * What a merchant calls a payment: a sale with its refunds, a payout, or a link that may become a
 * sale. The one place that says what may happen to it.
 *
 * <p>Pure: time comes in as an argument, and what must be done in the world goes out as an effect,
 * so any history, however unlikely, can be replayed in a test.
 */
public sealed interface Payment permits Sale, Payout, Link {

  /** The project and the number that the Gate wire calls {@code operation.id}. */
  record Id(long project, long operation) implements Comparable<Id> {
    @Override
    public int compareTo(Id that) {
      return project == that.project
          ? Long.compare(operation, that.operation)
          : Long.compare(project, that.project);
    }
  }

  /** The amounts that a method accepts, in minor units, both ends included. */
  record Range(long min, long max) {

    /** Why this amount is not accepted; null when it is. */
    @Nullable Code refuses(long minor) {
      if (minor < min) return Code.AMOUNT_BELOW_LIMIT;
      if (minor > max) return Code.AMOUNT_ABOVE_LIMIT;

      return null;
    }
  }

  /** Of its first operation, the sale or the payout; the payment goes by it. */
  Id id();

  Terms terms();

  PaymentState state();

  /** The provider's own id of the payment, empty until it has told us. */
  String providersId();

  /** How often the provider was asked because its word was due. */
  int asks();

  Instant openedAt();

  /** When the first operation last changed. */
  Instant changedAt();

  /** What the provider is asked to take from the customer, or to give. */
  Money askedFor();

  /** Whether the provider's id is that of another transfer than the one that is known here. */
  default boolean isKnownByAnother(String theirs) {
    return !theirs.isEmpty() && !providersId().isEmpty() && !theirs.equals(providersId());
  }

  /** Oldest first; a payout has none. */
  List<Refund> refunds();

  /** What this event does to this payment, at this time. */
  Decision apply(PaymentEvent event, Instant at);

  default boolean isOpen() {
    return state() instanceof PaymentState.Open;
  }

  /**
   * Nobody needs to be sent, asked or told of a beginning once the payment is decided; a link is
   * mailed as long as it is one, and its page sends the customer on by itself; all else stays to be
   * done.
   */
  default boolean stillWants(Effect effect) {
    return switch (effect) {
      case ASK_PROVIDER, NOTIFY_LINK_OPENED, NOTIFY_LINK_MAILED -> isOpen();
      case NOTIFY_INTERMEDIATE -> isOpen() && terms().details().invoice() == null;
      case MAIL_LINK -> isOpen() && this instanceof Link;
      case CALL_PROVIDER -> !(this instanceof Sale) || state() instanceof PaymentState.Processing;
      case CANCEL_AT_PROVIDER, REFUND_AT_PROVIDER, REFUND_LATE -> true;
      case NOTIFY_FINAL, NOTIFY_LATE -> true;
    };
  }

  /** The refund with this operation; null when the payment has none such. */
  default @Nullable Refund refund(long operation) {
    for (var refund : refunds()) {
      if (refund.operation() == operation) return refund;
    }
    return null;
  }
}
