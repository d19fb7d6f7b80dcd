package tollgate.payment;

import static java.util.stream.Collectors.joining;
import static tollgate.payment.Sales.ANY;
import static tollgate.payment.Sales.PAGE;
import static tollgate.payment.Sales.THEIRS;
import static tollgate.payment.Sales.ringgit;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tollgate.ledger.Account;
import tollgate.money.Money;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.AskDue;
import tollgate.payment.PaymentEvent.Broken;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.CustomerReturned;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.LateCreditRequested;
import tollgate.payment.PaymentEvent.LateRefundRequested;
import tollgate.payment.PaymentEvent.LinkCancelled;
import tollgate.payment.PaymentEvent.LinkConfirmed;
import tollgate.payment.PaymentEvent.LinkMailed;
import tollgate.payment.PaymentEvent.NotSent;
import tollgate.payment.PaymentEvent.PayoutApproved;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.PayoutPending;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundDispatched;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentEvent.RefundRuled;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.Offered;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.PaymentState.WithProvider;

/** The words in which the table of rules is written. The sale is one of 100 ringgit. */
final class Words {

  static final Money AGREED = ringgit(100);

  private static final Timetable IN_TIME = new Timetable(60, 600);

  private Words() {}

  static PaymentState state(String is) {
    return switch (is) {
      case "offered" -> new Offered(false);
      case "mailed" -> new Offered(true);
      case "withdrawn" -> Link.WITHDRAWN;
      case "expired" -> Link.EXPIRED;
      case "processing" -> new Processing(false);
      case "in doubt" -> new Processing(true);
      case "awaiting" -> new AwaitingCustomer(PAGE);
      case "with provider" -> new WithProvider();
      case "succeeded" -> new Succeeded();
      case "declined" -> new Declined(Code.CUSTOMER_FUNDS_SHORT);
      case "failed" -> new Failed(Code.INTERNAL_ERROR);
      case "paid late" -> new PaidLate(Code.AUTO_DECLINE, AGREED);
      case "credited late" -> new PaidLate(Code.AUTO_DECLINE, AGREED, true);
      default -> throw new IllegalArgumentException(is);
    };
  }

  static PaymentEvent event(String comes) {
    return switch (comes) {
      case "redirected" -> new CustomerRedirected(PAGE, THEIRS);
      case "approved 100" -> new SaleApproved(AGREED, THEIRS);
      case "approved 99" -> new SaleApproved(ringgit(99), THEIRS);
      case "approved 100 IDR" -> new SaleApproved(Money.of(100, "IDR"), THEIRS);
      case "declined" -> new SaleDeclined(Code.PROVIDER_DECLINE, THEIRS);
      case "pending" -> new SalePending(THEIRS);
      case "doubtful" -> new Doubtful("no answer");
      case "not sent" -> new NotSent(Code.NETWORK_ERROR);
      case "broken" -> new Broken();
      case "returned" -> new CustomerReturned();
      case "ask due" -> new AskDue(0);
      case "ask due again" -> new AskDue(1);
      case "limit" -> new TimeLimitReached();
      case "paid out" -> new PayoutApproved(THEIRS);
      case "not paid out" -> new PayoutDeclined(Code.WRONG_ACCOUNT_DATA, THEIRS);
      case "payout pending" -> new PayoutPending(THEIRS);
      case "late credit" -> new LateCreditRequested();
      case "late refund" -> new LateRefundRequested(refund(7, 0));
      case "refund wanted" -> new RefundRequested(refund(7, 40));
      case "refunded" -> new RefundApproved(7, THEIRS);
      case "not refunded" -> new RefundDeclined(7, Code.ACQUIRER_BALANCE_SHORT);
      case "refund pending" -> new RefundPending(7);
      case "refund sent" -> new RefundDispatched(7);
      case "refund ruled" -> new RefundRuled(7, true, THEIRS, null);
      case "confirmed" ->
          new LinkConfirmed(new Link.Choice("touchngo", 7, Deal.USUAL, IN_TIME, ANY));
      case "taken back" -> new LinkCancelled();
      case "mailed" -> new LinkMailed();
      default -> throw new IllegalArgumentException(comes);
    };
  }

  /** The kind of an event in one word: however much was approved, it is an approval. */
  static String kind(PaymentEvent event) {
    return event.getClass().getSimpleName();
  }

  /** A request to give so much back; 0 for all that is left. */
  static Refund.Request refund(long operation, long minor) {
    var wish = new Refund.Wish("req-refund-" + operation, null, "changed my mind", null);
    var amount = minor == 0 ? null : ringgit(minor);
    return new Refund.Request(operation, amount, wish, ZoneOffset.UTC);
  }

  static String outcome(Decision decision) {
    return switch (decision) {
      case Ignored _ -> "ignored";
      case Denied denied -> "denied " + denied.code().digits();
      case Funded funded -> outcome(funded.step());
      case Refused refused -> refused.refusal().name();
      case Step step -> name(step.payment().state());
    };
  }

  static String name(PaymentState state) {
    return switch (state) {
      case Offered(boolean mailed) -> mailed ? "mailed" : "offered";
      case Processing(boolean inDoubt) -> inDoubt ? "in doubt" : "processing";
      case AwaitingCustomer _ -> "awaiting";
      case WithProvider _ -> "with provider";
      case Succeeded _ -> "succeeded";
      case Declined declined -> "declined " + declined.code().digits();
      case Failed failed -> "failed " + failed.code().digits();
      case PaidLate late ->
          (late.credited() ? "credited " : "late ")
              + late.code().digits()
              + ", "
              + amount(late.paid());
    };
  }

  /** Null for nothing, as JUnit reads an empty cell. */
  static @Nullable String book(Decision decision) {
    if (decision instanceof Funded funded) return book(funded.step());
    if (!(decision instanceof Step step) || step.postings().isEmpty()) return null;

    return step.postings().stream()
        .map(p -> name(p.debit()) + "→" + name(p.credit()) + " " + amount(p.amount()))
        .collect(joining(", "));
  }

  static @Nullable String world(Decision decision) {
    if (decision instanceof Funded funded) return world(funded.step());
    if (!(decision instanceof Step step) || step.effects().isEmpty()) return null;

    return step.effects().stream().map(Words::name).collect(joining(", "));
  }

  private static String name(Effect effect) {
    return switch (effect) {
      case CALL_PROVIDER -> "call";
      case ASK_PROVIDER -> "ask";
      case CANCEL_AT_PROVIDER -> "cancel";
      case NOTIFY_INTERMEDIATE -> "send there";
      case NOTIFY_FINAL -> "tell";
      case NOTIFY_LATE -> "tell late";
      case REFUND_LATE -> "begin refund";
      case REFUND_AT_PROVIDER -> "refund";
      case NOTIFY_LINK_OPENED -> "tell of link";
      case NOTIFY_LINK_MAILED -> "tell of mail";
      case MAIL_LINK -> "mail";
    };
  }

  private static String name(Account account) {
    return switch (account) {
      case Account.Wallet _ -> "wallet";
      case Account.Merchant _ -> "merchant";
      case Account.Clearing _ -> "clearing";
      case Account.Suspense _ -> "suspense";
      case Account.Reserved _ -> "reserved";
      case Account.Exchange _ -> "exchange";
      case Account.Fees _ -> "fees";
      case Account.Owed _ -> "owed";
      case Account.Outside _ -> "outside";
    };
  }

  private static String amount(Money money) {
    return money.minor() + (money.code().equals("MYR") ? "" : " " + money.code());
  }
}
