package tollgate.payment;

import static tollgate.payment.Code.AMOUNT_BELOW_LIMIT;
import static tollgate.payment.Code.MERCHANT_BALANCE_SHORT;
import static tollgate.payment.Code.REFUND_ABOVE_AMOUNT;
import static tollgate.payment.Code.REFUND_CURRENCY_DIFFERS;
import static tollgate.payment.Code.REFUND_ID_EXISTS;
import static tollgate.payment.Code.STATUS_DOES_NOT_ALLOW;
import static tollgate.payment.Effect.NOTIFY_FINAL;
import static tollgate.payment.Effect.REFUND_AT_PROVIDER;
import static tollgate.payment.Refusal.CONTRADICTION;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;
import tollgate.ledger.Posting.Cause;
import tollgate.ledger.Posting.Kind;
import tollgate.money.Money;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.RefundEvent;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;

/**
 * The rules of giving a sale's money back. What is asked for is set aside first, so that refunds
 * done and in flight never exceed the sale, and the one who got the money really has it.
 */
record Refunding(Sale sale) {

  Decision request(Refund.Request request, Instant at) {
    // Asked again after a lost answer, it is the same refund and not a second one.
    if (sale.refund(request.operation()) != null) return new Ignored(sale);

    var free = free();
    var amount = request.amount() == null ? free : request.amount();
    var code = refuses(request, amount, free);
    if (code != null) return new Denied(sale, code);

    var charged = charged(amount);
    // So little that the provider could give back nothing for it.
    if (!charged.isPositive()) return new Denied(sale, AMOUNT_BELOW_LIMIT);

    var refund = refund(request, amount, charged, at);
    return sale.terms().payer() == null
        ? funded(throughProvider(refund))
        : insideTheBook(refund, at);
  }

  /** All that came late, and only if it was not credited: no balance has to be asked for that. */
  Decision late(Refund.Request request, Instant at) {
    if (sale.refund(request.operation()) != null) return new Ignored(sale);

    var free = free();
    var isThere = sale.state() instanceof PaidLate late && !late.credited() && free.isPositive();
    return isThere
        ? throughProvider(refund(request, free, free, at))
        : new Denied(sale, STATUS_DOES_NOT_ALLOW);
  }

  private Refund refund(Refund.Request request, Money amount, Money charged, Instant at) {
    var kind = isReversal(amount, request.zone(), at) ? Refund.Kind.REVERSAL : Refund.Kind.REFUND;
    return new Refund(
        request.operation(),
        kind,
        amount,
        charged,
        request.wish(),
        new Processing(false),
        "",
        at,
        at);
  }

  /** At the frozen rate, and together with all other refunds never more than their share. */
  private Money charged(Money amount) {
    var exchange = sale.terms().deal().exchange();
    if (exchange == null) return amount;

    var back = amount;
    var given = Money.zero(exchange.charged().currency());
    for (var refund : sale.refunds()) {
      if (!refund.isDone() && !refund.isInFlight()) continue;

      back = back.plus(refund.amount());
      given = given.plus(refund.charged());
    }
    return exchange.share(back, sale.terms().paid()).minus(given);
  }

  Decision hear(RefundEvent event, Instant at) {
    var refund = sale.refund(event.refund());
    if (refund == null) return new Refused(sale, CONTRADICTION);

    return new RefundNews(this, refund).hear(event, at);
  }

  private @Nullable Code refuses(Refund.Request request, Money amount, Money free) {
    if (!amount.currency().equals(free.currency())) return REFUND_CURRENCY_DIFFERS;
    if (isUsed(request.wish().merchantsId())) return REFUND_ID_EXISTS;
    if (!free.isPositive()) return STATUS_DOES_NOT_ALLOW;

    return amount.minor() > free.minor() ? REFUND_ABOVE_AMOUNT : null;
  }

  private boolean isUsed(@Nullable String merchantsId) {
    return merchantsId != null
        && sale.refunds().stream()
            .anyMatch(refund -> Objects.equals(refund.wish().merchantsId(), merchantsId));
  }

  /** What is neither given back nor on its way back. */
  private Money free() {
    var free = whole();
    for (var refund : sale.refunds()) {
      if (refund.isDone() || refund.isInFlight()) free = free.minus(refund.amount());
    }
    return free;
  }

  /**
   * The most that goes back. The commission stays: what was added on top is never part of it, and a
   * wallet gives back no more than it got. A company may give its customer the whole amount.
   */
  private Money whole() {
    if (sale.state() instanceof PaidLate late) return late.paid();

    return sale.terms().wallet() == null ? sale.terms().amount() : sale.terms().arrives();
  }

  /** Who has it now. */
  Account holder() {
    return sale.state() instanceof PaidLate late
        ? new Account.Suspense(sale.id().project(), late.paid().currency())
        : sale.beneficiary();
  }

  private boolean isReversal(Money amount, ZoneId zone, Instant at) {
    var soldOn = sale.changedAt().atZone(zone).toLocalDate();
    var all = sale.state() instanceof PaidLate late ? late.paid() : sale.terms().amount();
    return amount.equals(all) && soldOn.equals(at.atZone(zone).toLocalDate());
  }

  private Step throughProvider(Refund refund) {
    var reserve = posting(refund, Kind.RESERVE, holder(), reserved(refund));
    return step(refund, reserve, REFUND_AT_PROVIDER);
  }

  private Funded insideTheBook(Refund refund, Instant at) {
    var currency = refund.amount().currency();
    var number = Objects.requireNonNull(sale.terms().payer());
    var payer = new Account.Wallet(sale.id().project(), number, currency);
    var done = refund.to(new Succeeded(), "", at);
    return funded(step(done, posting(done, Kind.REFUND, sale.beneficiary(), payer), NOTIFY_FINAL));
  }

  private Funded funded(Step step) {
    var code = sale.terms().wallet() == null ? MERCHANT_BALANCE_SHORT : STATUS_DOES_NOT_ALLOW;
    return new Funded(step, new Denied(sale, code));
  }

  Step kept(Refund refund) {
    return new Step(with(refund), refund.operation(), List.of(), List.of());
  }

  Step step(Refund refund, Posting posting, Effect effect) {
    return step(refund, List.of(posting), effect);
  }

  Step step(Refund refund, List<Posting> postings, Effect effect) {
    var told = effect != NOTIFY_FINAL || !sale.terms().details().webhooks().finalOff();
    var effects = told ? List.of(effect) : List.<Effect>of();
    return new Step(with(refund), refund.operation(), postings, effects);
  }

  private Sale with(Refund newest) {
    var all = new ArrayList<>(sale.refunds());
    all.removeIf(refund -> refund.operation() == newest.operation());
    all.add(newest);
    all.sort(Comparator.comparingLong(Refund::operation));
    return sale.with(all);
  }

  static Posting posting(Refund refund, Kind kind, Account debit, Account credit) {
    return new Posting(new Cause(refund.operation(), kind), debit, credit, refund.amount());
  }

  Account reserved(Refund refund) {
    return new Account.Reserved(sale.id().project(), refund.amount().currency());
  }
}
