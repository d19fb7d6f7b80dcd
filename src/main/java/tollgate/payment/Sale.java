package tollgate.payment;

import static tollgate.payment.Code.AMOUNT_BELOW_LIMIT;
import static tollgate.payment.Code.AUTO_DECLINE;
import static tollgate.payment.Code.INTERNAL_ERROR;
import static tollgate.payment.Code.STATUS_DOES_NOT_ALLOW;
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
import tollgate.ledger.Posting.Kind;
import tollgate.money.Money;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Decision.Proposal;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.AskDue;
import tollgate.payment.PaymentEvent.Broken;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.CustomerReturned;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.LateCreditRequested;
import tollgate.payment.PaymentEvent.LateEvent;
import tollgate.payment.PaymentEvent.LateRefundRequested;
import tollgate.payment.PaymentEvent.LinkEvent;
import tollgate.payment.PaymentEvent.NotSent;
import tollgate.payment.PaymentEvent.PayoutEvent;
import tollgate.payment.PaymentEvent.RefundEvent;
import tollgate.payment.PaymentEvent.RefundRequested;
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
 * Money of a customer on its way to a wallet or to the company, and back where it is refunded.
 *
 * @param refunds oldest first, those that were declined included
 * @param payer what the provider told of who paid; a later word may add to it
 */
public record Sale(
    Id id,
    Terms terms,
    PaymentState state,
    String providersId,
    int asks,
    Instant openedAt,
    Instant changedAt,
    List<Refund> refunds,
    Payer payer)
    implements Payment {

  public Sale {
    refunds = List.copyOf(refunds);
  }

  /**
   * A sale is accepted. Where the customer would pay what is outside the method's range, or the
   * commission would leave nothing, it is declined at once, the provider unasked; one that a wallet
   * pays is decided at once too.
   */
  public static Proposal open(Id id, Terms terms, Range range, Instant at) {
    var sale = new Sale(id, terms, new Processing(false), "", 0, at, at, List.of(), Payer.NONE);
    var code = range.refuses(terms.charged().minor());
    if (code == null && !terms.arrives().isPositive()) code = AMOUNT_BELOW_LIMIT;
    if (code != null) return sale.close(new Declined(code), at);
    if (terms.payer() != null) return new Booking(sale).spent(at);

    return new Step(sale, List.of(), List.of(CALL_PROVIDER));
  }

  @Override
  public Decision apply(PaymentEvent event, Instant at) {
    if (event instanceof LinkEvent link) return Link.past(this, link);

    return switch (state) {
      case Open open -> whileOpen(open, event, at);
      case Succeeded _ -> onceSucceeded(event, at);
      case Declined declined -> onceLost(declined.code(), event, at);
      case Failed failed -> onceLost(failed.code(), event, at);
      case PaidLate late -> oncePaidLate(late, event, at);
    };
  }

  @Override
  public Money askedFor() {
    return terms.charged();
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
      case CustomerRedirected e when now instanceof Processing ->
          step(knownAs(e.providersId()).to(new AwaitingCustomer(e.to()), at), NOTIFY_INTERMEDIATE);
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
      case CustomerRedirected _, CustomerReturned _, SalePending _, Doubtful _ -> ignore();
      case NotSent _, Broken _, AskDue _ -> ignore();
      case PayoutEvent _, RefundEvent _ -> refuse(CONTRADICTION);
      case RefundRequested _, LateEvent _, LinkEvent _ -> deny(STATUS_DOES_NOT_ALLOW);
    };
  }

  private Decision onceSucceeded(PaymentEvent event, Instant at) {
    return switch (event) {
      case RefundRequested(Refund.Request request) -> new Refunding(this).request(request, at);
      case RefundEvent e -> new Refunding(this).hear(e, at);
      case PayoutEvent _ -> refuse(CONTRADICTION);
      case SaleApproved e when e.paid().equals(terms.charged()) -> learn(e);
      case SaleApproved _, SaleDeclined _ -> refuse(CONTRADICTION);
      case CustomerRedirected _, CustomerReturned _, SalePending _, Doubtful _ -> ignore();
      case NotSent _, Broken _, AskDue _, TimeLimitReached _ -> ignore();
      case LateEvent _, LinkEvent _ -> deny(STATUS_DOES_NOT_ALLOW);
    };
  }

  private Decision onceLost(Code code, PaymentEvent event, Instant at) {
    return switch (event) {
      case SaleApproved e -> new LateMoney(paidBy(e)).taken(code, e.paid(), at);
      case SaleDeclined _, CustomerRedirected _, CustomerReturned _, SalePending _ -> ignore();
      case Doubtful _, NotSent _, Broken _, AskDue _, TimeLimitReached _ -> ignore();
      case PayoutEvent _, RefundEvent _ -> refuse(CONTRADICTION);
      case RefundRequested _, LateEvent _, LinkEvent _ -> deny(STATUS_DOES_NOT_ALLOW);
    };
  }

  private Decision oncePaidLate(PaidLate now, PaymentEvent event, Instant at) {
    return switch (event) {
      case LateCreditRequested _ -> new LateMoney(this).credit(now, at);
      case LateRefundRequested(Refund.Request request) -> new Refunding(this).late(request, at);
      case RefundEvent e -> new Refunding(this).hear(e, at);
      case SaleApproved e when e.paid().equals(now.paid()) -> learn(e);
      case SaleApproved _, SaleDeclined _, PayoutEvent _ -> refuse(CONTRADICTION);
      case CustomerRedirected _, CustomerReturned _, SalePending _, Doubtful _ -> ignore();
      case NotSent _, Broken _, AskDue _, TimeLimitReached _ -> ignore();
      case RefundRequested _, LinkEvent _ -> deny(STATUS_DOES_NOT_ALLOW);
    };
  }

  private Decision approve(SaleApproved e, Instant at) {
    if (!e.paid().equals(askedFor())) return refuse(AMOUNT_DIFFERS);

    var booking = new Booking(this);
    var closed = paidBy(e).close(new Succeeded(), at);
    return booking.paid(closed, booking.clearing(e.paid()), Kind.SALE);
  }

  /** Whoever closes a payment tells the merchant, so no transition can forget to. */
  Step close(PaymentState end, Instant at, Effect... first) {
    var effects = new ArrayList<>(List.of(first));
    if (!terms.details().webhooks().finalOff()) effects.add(NOTIFY_FINAL);
    return new Step(to(end, at), List.of(), effects);
  }

  private static Step step(Sale next, Effect... effects) {
    return new Step(next, List.of(), List.of(effects));
  }

  private Refused refuse(Refusal refusal) {
    return new Refused(this, refusal);
  }

  Denied deny(Code code) {
    return new Denied(this, code);
  }

  Ignored ignore() {
    return new Ignored(this);
  }

  Sale to(PaymentState next, Instant at) {
    return new Sale(id, terms, next, providersId, asks, openedAt, at, refunds, payer);
  }

  private Sale knownAs(String theirs) {
    var known = theirs.isEmpty() ? providersId : theirs;
    return new Sale(id, terms, state, known, asks, openedAt, changedAt, refunds, payer);
  }

  /** Who paid is known by what was told first, and by what later words add. */
  private Sale paidBy(SaleApproved e) {
    var all = payer.with(e.payer());
    var known = knownAs(e.providersId()).providersId;
    return new Sale(id, terms, state, known, asks, openedAt, changedAt, refunds, all);
  }

  /** The same told again, perhaps with more of who paid; whoever paid twice, a person must see. */
  private Decision learn(SaleApproved e) {
    if (e.providersId().isEmpty() || providersId.isEmpty()) return ignore();
    if (!e.providersId().equals(providersId)) return refuse(CONTRADICTION);
    return paidBy(e).payer.equals(payer) ? ignore() : step(paidBy(e));
  }

  private Sale asked() {
    return new Sale(id, terms, state, providersId, asks + 1, openedAt, changedAt, refunds, payer);
  }

  /** With these refunds and no others. */
  public Sale with(List<Refund> all) {
    return new Sale(id, terms, state, providersId, asks, openedAt, changedAt, all, payer);
  }

  /** What of the amount was not given back; what came late does not count, nor what went back. */
  public Money left() {
    if (!(state instanceof Succeeded)) return terms.amount();

    var gone = refunds.stream().filter(Refund::isDone).map(Refund::amount);
    return gone.reduce(terms.amount(), Money::minus);
  }
}
