package tollgate.simulation;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Change;
import tollgate.engine.Duty;
import tollgate.engine.Engine;
import tollgate.engine.Handled;
import tollgate.engine.MemoryStore;
import tollgate.engine.News;
import tollgate.engine.Stored;
import tollgate.engine.Task;
import tollgate.engine.Timers;
import tollgate.gate.Webhook;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;
import tollgate.money.Money;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Effect;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.LinkCancelled;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Payout;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.payment.Sales;

/** What a saboteur makes of a change or a duty. */
final class Twists {

  /** Whatever was asked, it is done already. */
  private static final Handled LIE =
      new Handled.Decided(new Ignored(Sales.SALE.in(new Succeeded())));

  private Twists() {}

  static Change asIfReadNow(Change change, MemoryStore store) {
    var read = Objects.requireNonNull(change.before());
    var version = store.payment(change.after().id()).orElseThrow().version();
    return new Change(
        new Stored(read.payment(), version, read.overdue()),
        change.after(),
        change.postings(),
        change.tasks(),
        change.webhooks(),
        change.sources(),
        change.done());
  }

  static Change creditedTwice(Change change) {
    if (change.postings().isEmpty()) return change;

    var once = change.postings().getFirst();
    var kind = otherCredit(once.cause().kind());
    if (kind == null) return change;

    var again =
        new Posting(
            new Posting.Cause(once.cause().operation(), kind),
            once.debit(),
            once.credit(),
            once.amount());
    return with(change, List.of(once, again), change.tasks(), change.webhooks());
  }

  private static Posting.@Nullable Kind otherCredit(Posting.Kind kind) {
    return switch (kind) {
      case SALE -> Posting.Kind.LATE_SUCCESS;
      case LATE_SUCCESS -> Posting.Kind.SALE;
      case RESERVE, SETTLE, RELEASE, REFUND, LATE_CREDIT, FEE, CONVERT, OWED_PAID -> null;
    };
  }

  static Change with(
      Change change, List<Posting> postings, List<Task> tasks, List<Webhook> webhooks) {
    return new Change(
        change.before(),
        change.after(),
        postings,
        tasks,
        webhooks,
        change.sources(),
        change.done());
  }

  static Duty rewritten(Duty duty) {
    return new Duty(
        duty.payment(), duty.operation(), duty.effect(), duty.attempt(), rewritten(duty.webhook()));
  }

  private static @Nullable Webhook rewritten(@Nullable Webhook webhook) {
    if (webhook == null) return null;

    var text = new String(webhook.body(), StandardCharsets.UTF_8) + " again";
    return new Webhook(
        webhook.operation(),
        webhook.effect(),
        webhook.url(),
        text.getBytes(StandardCharsets.UTF_8),
        webhook.delaySeconds());
  }

  static boolean isPayout(Duty duty) {
    return duty.effect() == Effect.CALL_PROVIDER && duty.payment() instanceof Payout;
  }

  static Timers.Due atItsLimit(Timers.Due due) {
    return new Timers.Due(due.payment(), due.asks(), true);
  }

  static boolean isConfirmed(Change change) {
    return change.after() instanceof Sale
        && Objects.requireNonNull(change.before()).payment() instanceof Link;
  }

  /** A provider never hears that something could not be kept. */
  static Future<Handled> acknowledged(Engine engine, News news) {
    var handled = engine.handle(news);
    return news.source() == null ? handled : handled.recover(_ -> Future.succeededFuture(LIE));
  }

  /** A merchant hears that a link is taken back, whatever has become of it. */
  static Future<Handled> takenBack(Engine engine, News news) {
    var handled = engine.handle(news);
    return news.event() instanceof LinkCancelled ? handled.map(Twists::neverDenied) : handled;
  }

  private static Handled neverDenied(Handled handled) {
    return handled instanceof Handled.Decided(Denied denied) && denied.payment() instanceof Sale
        ? new Handled.Decided(new Ignored(denied.payment()))
        : handled;
  }

  static Change creditedThoughTakenBack(Change change) {
    if (!(change.after() instanceof Link link) || !link.state().equals(Link.WITHDRAWN)) {
      return change;
    }
    var amount = link.terms().amount();
    var project = link.id().project();
    var credit =
        new Posting(
            new Posting.Cause(link.id().operation(), Posting.Kind.SALE),
            new Account.Clearing(project, Sales.GATEWAY, amount.currency()),
            new Account.Merchant(project, amount.currency()),
            amount);
    return with(change, List.of(credit), change.tasks(), change.webhooks());
  }

  static Change lateCreditedTwice(Change change) {
    return change.postings().stream().anyMatch(p -> p.cause().kind() == Posting.Kind.LATE_SUCCESS)
        ? creditedTwice(change)
        : change;
  }

  static Change without(Posting.Kind kind, Change change) {
    var left = change.postings().stream().filter(p -> p.cause().kind() != kind).toList();
    return with(change, left, change.tasks(), change.webhooks());
  }

  /** A sale's new refund, where that makes it more than the sale. */
  static Change refundDoubled(Change change) {
    var newest = newest(change);
    if (newest == null) return change;

    var twice = newest.amount().plus(newest.amount());
    if (twice.minor() <= change.after().terms().amount().minor()) return change;

    var refunds = change.after().refunds().stream().map(r -> r.equals(newest) ? of(r, twice) : r);
    var postings =
        change.postings().stream()
            .map(p -> p.cause().operation() == newest.operation() ? of(p, twice) : p);
    var after = ((Sale) change.after()).with(refunds.toList());
    return with(with(change, after), postings.toList(), change.tasks(), change.webhooks());
  }

  /** All but the newest. */
  static Change refundForgotten(Change change) {
    var newest = newest(change);
    return newest == null ? change : with(change, ((Sale) change.after()).with(List.of(newest)));
  }

  /** A refund that this change begins. */
  private static @Nullable Refund newest(Change change) {
    var before = Objects.requireNonNull(change.before()).payment();
    for (var refund : change.after().refunds()) {
      if (before.refund(refund.operation()) == null) return refund;
    }
    return null;
  }

  private static Refund of(Refund refund, Money amount) {
    return new Refund(
        refund.operation(),
        refund.kind(),
        amount,
        refund.charged(),
        refund.wish(),
        refund.state(),
        refund.providersId(),
        refund.openedAt(),
        refund.changedAt());
  }

  private static Posting of(Posting posting, Money amount) {
    return new Posting(posting.cause(), posting.debit(), posting.credit(), amount);
  }

  private static Change with(Change change, Payment after) {
    return new Change(
        change.before(),
        after,
        change.postings(),
        change.tasks(),
        change.webhooks(),
        change.sources(),
        change.done());
  }
}
