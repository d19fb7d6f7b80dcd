package tollgate.payment;

import static tollgate.payment.Code.AMOUNT_ABOVE_LIMIT;
import static tollgate.payment.Code.AMOUNT_BELOW_LIMIT;
import static tollgate.payment.Code.AUTO_DECLINE;
import static tollgate.payment.Code.INTERNAL_ERROR;
import static tollgate.payment.Effect.ASK_PROVIDER;
import static tollgate.payment.Effect.CALL_PROVIDER;
import static tollgate.payment.Effect.CANCEL_AT_PROVIDER;
import static tollgate.payment.Effect.NOTIFY_FINAL;
import static tollgate.payment.Effect.NOTIFY_INTERMEDIATE;
import static tollgate.payment.Refusal.AMOUNT_DIFFERS;
import static tollgate.payment.Refusal.CONTRADICTION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;
import tollgate.ledger.Posting.Cause;
import tollgate.ledger.Posting.Kind;
import tollgate.money.Money;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.AskDue;
import tollgate.payment.PaymentEvent.Broken;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.CustomerReturned;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.NotSent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.Open;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.PaymentState.WithProvider;

/**
 * A sale, and the one place that says what may happen to it.
 *
 * <p>Pure: time comes in as an argument, and what must be done in the world goes out as an effect,
 * so any history, however unlikely, can be replayed in a test.
 *
 * @param providersId the provider's own id of the payment, empty until it has told us
 * @param asks how often the provider was asked because its word was due
 */
public record Payment(
    Id id,
    Terms terms,
    PaymentState state,
    String providersId,
    int asks,
    Instant openedAt,
    Instant changedAt) {

  /** The project and the number that the Gate wire calls {@code operation.id}. */
  public record Id(long project, long operation) implements Comparable<Id> {
    @Override
    public int compareTo(Id that) {
      return project == that.project
          ? Long.compare(operation, that.operation)
          : Long.compare(project, that.project);
    }
  }

  /** The amounts that a method accepts, in minor units, both ends included. */
  public record Range(long min, long max) {}

  /**
   * A sale is accepted. Outside the method's range it is declined at once, the provider unasked.
   */
  public static Step open(Id id, Terms terms, Range range, Instant at) {
    var payment = new Payment(id, terms, new Processing(false), "", 0, at, at);
    var amount = terms.amount().minor();
    if (amount < range.min()) return payment.close(new Declined(AMOUNT_BELOW_LIMIT), at);
    if (amount > range.max()) return payment.close(new Declined(AMOUNT_ABOVE_LIMIT), at);

    return new Step(payment, List.of(), List.of(CALL_PROVIDER));
  }

  /** What this event does to this payment, at this time. */
  public Decision apply(PaymentEvent event, Instant at) {
    return switch (state) {
      case Open open -> whileOpen(open, event, at);
      case Succeeded _ -> onceSucceeded(event);
      case Declined declined -> onceLost(declined.code(), event, at);
      case Failed failed -> onceLost(failed.code(), event, at);
      case PaidLate late -> oncePaidLate(late, event);
    };
  }

  public boolean isOpen() {
    return state instanceof Open;
  }

  /** Nobody needs to be sent anywhere once the payment is decided; all else stays to be done. */
  public boolean stillWants(Effect effect) {
    return effect != NOTIFY_INTERMEDIATE || isOpen();
  }

  /** Where a success goes: to the customer's wallet, or else to the company. */
  public Account beneficiary() {
    var currency = terms.amount().currency();
    var wallet = terms.wallet();
    return wallet == null
        ? new Account.Merchant(id.project(), currency)
        : new Account.Wallet(id.project(), wallet, currency);
  }

  private Decision whileOpen(Open now, PaymentEvent event, Instant at) {
    return switch (event) {
      case CustomerRedirected e -> redirect(now, e, at);
      case CustomerReturned _ when now instanceof AwaitingCustomer ->
          step(to(new WithProvider(), at), ASK_PROVIDER);
      case SaleApproved e -> approve(e, at);
      case SaleDeclined e -> knownAs(e.providersId()).close(new Declined(e.code()), at);
      // Silence is not a no: only the provider's word, or our limit, closes what was sent.
      case Doubtful _ when now instanceof Processing p && !p.inDoubt() ->
          step(to(new Processing(true), at));
      // Another node may have sent it before it died: the provider must hear that it is over.
      case NotSent e when now instanceof Processing p && !p.inDoubt() ->
          close(new Declined(e.code()), at, CANCEL_AT_PROVIDER);
      case Broken _ when now instanceof Processing p && !p.inDoubt() ->
          close(new Failed(INTERNAL_ERROR), at);
      case AskDue e when e.asks() == asks -> step(asked(), ASK_PROVIDER);
      case TimeLimitReached _ -> close(new Declined(AUTO_DECLINE), at, CANCEL_AT_PROVIDER);
      case CustomerReturned _, SalePending _, Doubtful _, NotSent _, Broken _, AskDue _ -> ignore();
    };
  }

  private Decision onceSucceeded(PaymentEvent event) {
    return switch (event) {
      case SaleApproved e when e.paid().equals(terms.amount()) -> ignore();
      case SaleApproved _, SaleDeclined _ -> refuse(CONTRADICTION);
      case CustomerRedirected _, CustomerReturned _, SalePending _, Doubtful _ -> ignore();
      case NotSent _, Broken _, AskDue _, TimeLimitReached _ -> ignore();
    };
  }

  /** The decline stays. The money is real all the same, so it is booked where a person sees it. */
  private Decision onceLost(Code code, PaymentEvent event, Instant at) {
    return switch (event) {
      case SaleApproved e -> {
        var late = knownAs(e.providersId()).to(new PaidLate(code, e.paid()), at);
        yield new Step(late, List.of(lateMoney(e.paid())), List.of());
      }
      case SaleDeclined _, CustomerRedirected _, CustomerReturned _, SalePending _ -> ignore();
      case Doubtful _, NotSent _, Broken _, AskDue _, TimeLimitReached _ -> ignore();
    };
  }

  private Decision oncePaidLate(PaidLate now, PaymentEvent event) {
    return switch (event) {
      case SaleApproved e when e.paid().equals(now.paid()) -> ignore();
      case SaleApproved _, SaleDeclined _ -> refuse(CONTRADICTION);
      case CustomerRedirected _, CustomerReturned _, SalePending _, Doubtful _ -> ignore();
      case NotSent _, Broken _, AskDue _, TimeLimitReached _ -> ignore();
    };
  }

  private Decision redirect(Open now, CustomerRedirected e, Instant at) {
    if (!(now instanceof Processing)) return ignore();

    return step(knownAs(e.providersId()).to(new AwaitingCustomer(e.to()), at), NOTIFY_INTERMEDIATE);
  }

  private Decision approve(SaleApproved e, Instant at) {
    if (!e.paid().equals(terms.amount())) return refuse(AMOUNT_DIFFERS);

    var closed = knownAs(e.providersId()).close(new Succeeded(), at);
    var credit = posting(Kind.SALE, beneficiary(), e.paid());
    return new Step(closed.payment(), List.of(credit), closed.effects());
  }

  private Posting lateMoney(Money paid) {
    return posting(Kind.LATE_SUCCESS, new Account.Suspense(id.project(), paid.currency()), paid);
  }

  private Posting posting(Kind kind, Account credit, Money amount) {
    var clearing = new Account.Clearing(id.project(), terms.gateway(), amount.currency());
    return new Posting(new Cause(id.operation(), kind), clearing, credit, amount);
  }

  /** Whoever closes a payment tells the merchant, so no transition can forget to. */
  private Step close(PaymentState end, Instant at, Effect... first) {
    var effects = new ArrayList<>(List.of(first));
    if (!terms.details().webhooks().finalOff()) effects.add(NOTIFY_FINAL);
    return new Step(to(end, at), List.of(), effects);
  }

  private static Step step(Payment next, Effect... effects) {
    return new Step(next, List.of(), List.of(effects));
  }

  private Refused refuse(Refusal refusal) {
    return new Refused(this, refusal);
  }

  private Ignored ignore() {
    return new Ignored(this);
  }

  private Payment to(PaymentState next, Instant at) {
    return new Payment(id, terms, next, providersId, asks, openedAt, at);
  }

  private Payment knownAs(String theirs) {
    if (theirs.isEmpty()) return this;

    return new Payment(id, terms, state, theirs, asks, openedAt, changedAt);
  }

  private Payment asked() {
    return new Payment(id, terms, state, providersId, asks + 1, openedAt, changedAt);
  }
}
