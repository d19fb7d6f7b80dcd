package tollgate.doctor;

import org.jspecify.annotations.Nullable;
import tollgate.engine.Rehearsal.Would;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.PayoutApproved;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.PayoutPending;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundSaid;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.payment.PaymentState;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.PaymentState.WithProvider;
import tollgate.provider.Reading.Doorbell;

/** How a callback stands to what is known of its payment already. */
enum Timing {
  /** It tells what was not known. */
  NEW("new"),
  /** It tells it before the provider has answered the call that began the payment. */
  EARLY("early"),
  /** The same was told before. */
  DUPLICATE("duplicate"),
  /** The payment is decided, and this is of an earlier time. */
  OUT_OF_ORDER("out of order"),
  /** Money after the decline. */
  LATE("late"),
  /** The opposite of what was told before, or of what was agreed. */
  CONTRADICTION("contradiction"),
  /** It says nothing that would move an undecided payment. */
  NO_NEWS("no news");

  private final String words;

  Timing(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  static Timing of(Would would, ProviderEvent event) {
    return switch (would.decision()) {
      case Refused _, Denied _ -> CONTRADICTION;
      case Ignored _ -> ignored(would.before(), event);
      case Step step -> moved(would, step, event);
      case Funded funded -> throw new IllegalStateException("not settled: " + funded);
    };
  }

  private static Timing moved(Would would, Step step, ProviderEvent event) {
    if (isSaidAlready(would.before().state(), event)) return DUPLICATE;
    if (step.payment().state() instanceof PaidLate) return LATE;

    return isBeforeTheReply(would.before(), event) ? EARLY : NEW;
  }

  private static boolean isBeforeTheReply(Payment before, ProviderEvent event) {
    return before.state() instanceof Processing
        && before.providersId().isEmpty()
        && (event instanceof SaleApproved || event instanceof PayoutApproved);
  }

  private static Timing ignored(Payment before, ProviderEvent event) {
    if (isSaidAlready(before.state(), event)) return DUPLICATE;

    return before.isOpen() ? NO_NEWS : OUT_OF_ORDER;
  }

  private static boolean isSaidAlready(PaymentState state, ProviderEvent event) {
    return switch (event) {
      case SaleApproved _ -> state instanceof Succeeded || state instanceof PaidLate;
      case PayoutApproved _ -> state instanceof Succeeded;
      case SaleDeclined _, PayoutDeclined _ -> state instanceof Declined;
      case PayoutPending _ -> state instanceof WithProvider;
      case CustomerRedirected _, SalePending _, RefundSaid _, Doubtful _ -> false;
    };
  }

  /** Of what only makes us ask; null where there is no payment to stand to. */
  static @Nullable Timing ofDoorbell(@Nullable Payment payment, Doorbell bell) {
    if (payment == null || !(payment.state() instanceof Succeeded)) return ofInquiry(payment);

    return payment.isKnownByAnother(bell.transfer()) ? NEW : DUPLICATE;
  }

  /** Of what is asked before the payment. */
  static @Nullable Timing ofInquiry(@Nullable Payment payment) {
    if (payment == null) return null;

    return payment.isOpen() ? NEW : OUT_OF_ORDER;
  }
}
