package tollgate.payment;

import static tollgate.payment.Code.AMOUNT_BELOW_LIMIT;
import static tollgate.payment.Code.AUTO_DECLINE;
import static tollgate.payment.Code.INTERNAL_ERROR;
import static tollgate.payment.Code.MERCHANT_BALANCE_SHORT;
import static tollgate.payment.Effect.ASK_PROVIDER;
import static tollgate.payment.Effect.CALL_PROVIDER;
import static tollgate.payment.Effect.NOTIFY_FINAL;
import static tollgate.payment.Refusal.CONTRADICTION;

import java.time.Instant;
import java.util.List;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;
import tollgate.ledger.Posting.Cause;
import tollgate.ledger.Posting.Kind;
import tollgate.money.Money;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Decision.Proposal;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.AskDue;
import tollgate.payment.PaymentEvent.Broken;
import tollgate.payment.PaymentEvent.CustomerReturned;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.LateEvent;
import tollgate.payment.PaymentEvent.LinkEvent;
import tollgate.payment.PaymentEvent.NotSent;
import tollgate.payment.PaymentEvent.PayoutApproved;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.PayoutPending;
import tollgate.payment.PaymentEvent.RefundEvent;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentEvent.SaleEvent;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.OfPayout;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.PaymentState.WithProvider;

/**
 * Money of the company on its way to a customer. It is set aside in the commit that accepts the
 * payout and stays so until the provider's word: once something may have been sent, silence and the
 * limit time decide nothing, the provider is asked for as long as it takes.
 *
 * <p>{@link Processing}{@code (false)} means that nothing was ever sent; whoever is about to send
 * makes it {@code (true)} first.
 */
public record Payout(
    Id id,
    Terms terms,
    OfPayout state,
    String providersId,
    int asks,
    Instant openedAt,
    Instant changedAt)
    implements Payment {

  /**
   * A payout is accepted and its money reserved, the commission included. Where the customer would
   * get what is outside the method's range, or nothing, or without the money, it is declined at
   * once, the provider unasked.
   */
  public static Proposal open(Id id, Terms terms, Range range, Instant at) {
    var payout = new Payout(id, terms, new Processing(false), "", 0, at, at);
    var code = range.refuses(terms.arrives().minor());
    if (code == null && !terms.arrives().isPositive()) code = AMOUNT_BELOW_LIMIT;
    if (code != null) return payout.close(new Declined(code), at);

    var reserve = payout.posting(Kind.RESERVE, payout.merchant(), payout.reserved(), terms.paid());
    return new Funded(
        new Step(payout, List.of(reserve), List.of(CALL_PROVIDER)),
        payout.close(new Declined(MERCHANT_BALANCE_SHORT), at));
  }

  @Override
  public Decision apply(PaymentEvent event, Instant at) {
    if (event instanceof LinkEvent link) return Link.past(this, link);

    return switch (state) {
      case Processing now -> whileOpen(!now.inDoubt(), event, at);
      case WithProvider _ -> whileOpen(false, event, at);
      case Succeeded _ -> onceSucceeded(event);
      case Declined _, Failed _ -> onceLost(event);
    };
  }

  @Override
  public Money askedFor() {
    return terms.arrives();
  }

  @Override
  public List<Refund> refunds() {
    return List.of();
  }

  private Decision whileOpen(boolean unsent, PaymentEvent event, Instant at) {
    return switch (event) {
      case PayoutApproved e -> settle(e, at);
      case PayoutDeclined e -> knownAs(e.providersId()).release(new Declined(e.code()), at);
      case PayoutPending e when !(state instanceof WithProvider) ->
          step(knownAs(e.providersId()).to(new WithProvider(), at));
      case Doubtful _ when unsent -> step(to(new Processing(true), at));
      case NotSent e when unsent -> release(new Declined(e.code()), at);
      case Broken _ when unsent -> release(new Failed(INTERNAL_ERROR), at);
      case TimeLimitReached _ when unsent -> release(new Declined(AUTO_DECLINE), at);
      case AskDue e when e.asks() == asks -> step(asked(), ASK_PROVIDER);
      case PayoutPending _, Doubtful _, NotSent _, Broken _, CustomerReturned _ -> ignore();
      case AskDue _, TimeLimitReached _ -> ignore();
      case SaleEvent _, RefundEvent _ -> refuse();
      case RefundRequested _, LateEvent _, LinkEvent _ -> denied();
    };
  }

  private Decision onceSucceeded(PaymentEvent event) {
    return switch (event) {
      case PayoutDeclined _, SaleEvent _, RefundEvent _ -> refuse();
      case PayoutApproved _, PayoutPending _, Doubtful _, NotSent _, Broken _ -> ignore();
      case CustomerReturned _, AskDue _, TimeLimitReached _ -> ignore();
      case RefundRequested _, LateEvent _, LinkEvent _ -> denied();
    };
  }

  /** The money is back with the company; who says now that it went out must face a person. */
  private Decision onceLost(PaymentEvent event) {
    return switch (event) {
      case PayoutApproved _, SaleEvent _, RefundEvent _ -> refuse();
      case PayoutDeclined _, PayoutPending _, Doubtful _, NotSent _, Broken _ -> ignore();
      case CustomerReturned _, AskDue _, TimeLimitReached _ -> ignore();
      case RefundRequested _, LateEvent _, LinkEvent _ -> denied();
    };
  }

  private Step settle(PayoutApproved e, Instant at) {
    var clearing = new Account.Clearing(id.project(), terms.gateway(), terms.amount().currency());
    var closed = knownAs(e.providersId()).close(new Succeeded(), at);
    var settled = posting(Kind.SETTLE, reserved(), clearing, terms.arrives());
    var commission = terms.deal().commission();
    return new Step(
        closed.payment(),
        commission == null ? List.of(settled) : List.of(settled, fee(commission.fee())),
        closed.effects());
  }

  private Posting fee(Money fee) {
    return posting(Kind.FEE, reserved(), new Account.Fees(id.project(), fee.currency()), fee);
  }

  private Step release(OfPayout end, Instant at) {
    var closed = close(end, at);
    return new Step(
        closed.payment(),
        List.of(posting(Kind.RELEASE, reserved(), merchant(), terms.paid())),
        closed.effects());
  }

  private Step close(OfPayout end, Instant at) {
    var told = terms.details().webhooks().finalOff() ? List.<Effect>of() : List.of(NOTIFY_FINAL);
    return new Step(to(end, at), List.of(), told);
  }

  private Posting posting(Kind kind, Account debit, Account credit, Money amount) {
    return new Posting(new Cause(id.operation(), kind), debit, credit, amount);
  }

  private Account merchant() {
    return new Account.Merchant(id.project(), terms.amount().currency());
  }

  private Account reserved() {
    return new Account.Reserved(id.project(), terms.amount().currency());
  }

  private static Step step(Payout next, Effect... effects) {
    return new Step(next, List.of(), List.of(effects));
  }

  private Refused refuse() {
    return new Refused(this, CONTRADICTION);
  }

  private Decision.Denied denied() {
    return new Decision.Denied(this, Code.STATUS_DOES_NOT_ALLOW);
  }

  private Ignored ignore() {
    return new Ignored(this);
  }

  private Payout to(OfPayout next, Instant at) {
    return new Payout(id, terms, next, providersId, asks, openedAt, at);
  }

  private Payout knownAs(String theirs) {
    if (theirs.isEmpty()) return this;

    return new Payout(id, terms, state, theirs, asks, openedAt, changedAt);
  }

  private Payout asked() {
    return new Payout(id, terms, state, providersId, asks + 1, openedAt, changedAt);
  }
}
