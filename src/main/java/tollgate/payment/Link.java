package tollgate.payment;

import static tollgate.payment.Code.STATUS_DOES_NOT_ALLOW;
import static tollgate.payment.Effect.MAIL_LINK;
import static tollgate.payment.Effect.NOTIFY_FINAL;
import static tollgate.payment.Effect.NOTIFY_LINK_MAILED;
import static tollgate.payment.Effect.NOTIFY_LINK_OPENED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tollgate.ledger.Posting;
import tollgate.money.Money;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Decision.Proposal;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.AskDue;
import tollgate.payment.PaymentEvent.Broken;
import tollgate.payment.PaymentEvent.CustomerReturned;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.LateEvent;
import tollgate.payment.PaymentEvent.LinkCancelled;
import tollgate.payment.PaymentEvent.LinkConfirmed;
import tollgate.payment.PaymentEvent.LinkEvent;
import tollgate.payment.PaymentEvent.LinkMailed;
import tollgate.payment.PaymentEvent.NotSent;
import tollgate.payment.PaymentEvent.PayoutEvent;
import tollgate.payment.PaymentEvent.RefundEvent;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentEvent.SaleEvent;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.OfLink;
import tollgate.payment.PaymentState.Offered;

/**
 * A payment that a customer was asked for and has not confirmed: gate-api, section 12. No money has
 * moved and no provider knows of it. Confirmed, it becomes a {@link Sale} and is never a link
 * again, so it is paid once at most; until then the merchant may withdraw it, and time may end it.
 *
 * <p>Its terms name no method and no gateway: those are the customer's choice. Their timetable ends
 * with the link.
 */
public record Link(Id id, Terms terms, OfLink state, Instant openedAt, Instant changedAt)
    implements Payment {

  /** The merchant took it back in time. */
  public static final Declined WITHDRAWN = new Declined(Code.CANCELLED);

  /** Its time passed, and nobody had confirmed. */
  public static final Declined EXPIRED = new Declined(Code.AUTO_DECLINE);

  public Link {
    Objects.requireNonNull(terms.details().invoice(), "a link has an invoice");
  }

  /**
   * What the customer has chosen, and what the method allows.
   *
   * @param method its code
   * @param deal what the sale costs
   * @param timetable of the sale
   * @param range amounts beyond it become a sale that is declined at once
   */
  public record Choice(String method, long gateway, Deal deal, Timetable timetable, Range range) {}

  /** A link is made, told, and mailed where that was asked for. */
  public static Step open(Id id, Terms terms, Instant at) {
    var link = new Link(id, terms, new Offered(false), at, at);
    var effects = new ArrayList<Effect>(2);
    if (link.isTold()) effects.add(NOTIFY_LINK_OPENED);
    if (link.invoice().mailTo() != null) effects.add(MAIL_LINK);
    return new Step(link, List.of(), effects);
  }

  public Invoice invoice() {
    return Objects.requireNonNull(terms.details().invoice());
  }

  @Override
  public Decision apply(PaymentEvent event, Instant at) {
    return switch (state) {
      case Offered offered -> whileOffered(offered, event, at);
      case Declined end -> onceOver(end, event);
    };
  }

  private Decision whileOffered(Offered now, PaymentEvent event, Instant at) {
    return switch (event) {
      case LinkConfirmed(Choice choice) -> sale(choice, at);
      case LinkCancelled _ -> close(WITHDRAWN, at);
      case TimeLimitReached _ -> close(EXPIRED, at);
      case LinkMailed _ when !now.mailed() -> step(to(new Offered(true), at), NOTIFY_LINK_MAILED);
      case LinkMailed _, Doubtful _, NotSent _, Broken _, CustomerReturned _, AskDue _ -> ignore();
      case RefundRequested _, LateEvent _ -> deny();
      case SaleEvent _, PayoutEvent _, RefundEvent _ -> refuse();
    };
  }

  /** Asked again after a lost answer, what is done is done; all else comes too late. */
  private Decision onceOver(Declined end, PaymentEvent event) {
    return switch (event) {
      case LinkCancelled _ when end.equals(WITHDRAWN) -> ignore();
      case LinkConfirmed _, LinkCancelled _, RefundRequested _, LateEvent _ -> deny();
      case LinkMailed _, Doubtful _, NotSent _, Broken _, CustomerReturned _ -> ignore();
      case AskDue _, TimeLimitReached _ -> ignore();
      case SaleEvent _, PayoutEvent _, RefundEvent _ -> refuse();
    };
  }

  private Proposal sale(Choice choice, Instant at) {
    return Sale.open(id, terms.by(choice), choice.range(), at);
  }

  private Step close(OfLink end, Instant at) {
    return step(to(end, at), NOTIFY_FINAL);
  }

  private Step step(Link next, Effect notice) {
    return new Step(next, List.<Posting>of(), isTold() ? List.of(notice) : List.of());
  }

  private boolean isTold() {
    return !terms.details().webhooks().finalOff();
  }

  private Link to(OfLink next, Instant at) {
    return new Link(id, terms, next, openedAt, at);
  }

  private Ignored ignore() {
    return new Ignored(this);
  }

  private Denied deny() {
    return new Denied(this, STATUS_DOES_NOT_ALLOW);
  }

  private Refused refuse() {
    return new Refused(this, Refusal.CONTRADICTION);
  }

  /** What another payment says to this: it never was a link, or has become a sale since. */
  static Decision past(Payment payment, LinkEvent event) {
    return switch (event) {
      case LinkConfirmed _, LinkMailed _ -> new Ignored(payment);
      case LinkCancelled _ -> new Denied(payment, STATUS_DOES_NOT_ALLOW);
    };
  }

  /** Not before the customer has chosen by what; until then, of the customer. */
  @Override
  public Money askedFor() {
    return terms.amount();
  }

  /** No provider knows it. */
  @Override
  public String providersId() {
    return "";
  }

  @Override
  public int asks() {
    return 0;
  }

  @Override
  public List<Refund> refunds() {
    return List.of();
  }
}
