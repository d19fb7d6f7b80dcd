package tollgate.engine;

import static tollgate.payment.Effect.CALL_PROVIDER;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tollgate.engine.Engine.Limits;
import tollgate.engine.Engine.Parts;
import tollgate.engine.Opening.Accepted;
import tollgate.engine.Opening.PaymentIdUsed;
import tollgate.payment.Decision;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Decision.Proposal;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payment;
import tollgate.payment.Sale;

/** Group commit of new payments. */
final class Opener {

  /** {@code attempt} above 1: an earlier try may have been kept, so the row may be our own. */
  private record Item(Proposal proposal, Promise<Opening> promise, int attempt) {

    Item again() {
      return new Item(proposal, promise, attempt + 1);
    }

    void answer(Opening opening) {
      promise.tryComplete(opening);
    }
  }

  private final Parts parts;
  private final AfterCommit afterCommit;
  private final int attemptsMax;
  private final Batcher<Item> batcher;

  Opener(Parts parts, Limits limits) {
    this.parts = parts;
    afterCommit = AfterCommit.of(parts);
    attemptsMax = limits.attemptsMax();
    batcher = new Batcher<>(limits.ofNewPayments(), this::add, parts.pause());
  }

  void open(Proposal proposal, Promise<Opening> promise) {
    offer(new Item(proposal, promise, 1));
  }

  int waiting() {
    return batcher.waiting();
  }

  boolean isIdle() {
    return batcher.isIdle();
  }

  private void offer(Item item) {
    if (!batcher.offer(item)) item.promise().tryFail(new Unavailable("too many new payments"));
  }

  private Future<?> add(List<Item> items) {
    return funds(items)
        .compose(funds -> add(items, changes(items, funds)))
        .recover(failure -> failed(items, failure));
  }

  private Future<Void> add(List<Item> items, List<Change> changes) {
    return parts.payments().add(changes).compose(kept -> answer(items, changes, kept));
  }

  /** Most payments take from nobody, and then there is nothing to read. */
  private Future<Funds> funds(List<Item> items) {
    var guess = Funds.of(Map.of());
    for (var item : items) {
      if (item.proposal() instanceof Funded funded) guess.take(funded.step().postings());
    }
    return guess.unknown().isEmpty()
        ? Future.succeededFuture(guess)
        : parts.payments().balances(guess.unknown()).map(Funds::of);
  }

  private List<Change> changes(List<Item> items, Funds funds) {
    var changes = new ArrayList<Change>(items.size());
    for (var item : items) {
      changes.add(afterCommit.opening(begun(step(item.proposal(), funds))));
    }
    return changes;
  }

  /** A sale that nobody has to be asked for begins in the commit that adds it. */
  private List<Step> begun(Step added) {
    if (!(added.payment() instanceof Sale sale)) return List.of(added);
    if (!added.effects().contains(CALL_PROVIDER)) return List.of(added);

    var begun = parts.starter().start(sale).map(event -> sale.apply(event, sale.openedAt()));
    return begun.orElse(null) instanceof Step next ? List.of(added, next) : List.of(added);
  }

  private static Step step(Proposal proposal, Funds funds) {
    return switch (proposal) {
      case Step step -> step;
      case Funded(Step step, Decision ifShort) -> {
        if (funds.take(step.postings())) yield step;
        if (ifShort instanceof Step declined) yield declined;
        throw new IllegalStateException("a new payment that is nothing without money");
      }
    };
  }

  private Future<Void> answer(List<Item> items, List<Change> changes, Set<Payment.Id> kept) {
    Future<Void> checks = Future.succeededFuture();
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      var change = changes.get(i);
      if (kept.contains(change.after().id())) {
        parts.watcher().committed(change);
        AfterCommit.perform(change, parts.performer());
        item.answer(new Accepted(change.after()));
      } else if (item.attempt() > 1) {
        checks = checks.compose(_ -> whoseIsIt(item));
      } else {
        item.answer(new PaymentIdUsed());
      }
    }
    return checks;
  }

  /** After a lost answer only the database knows whether the payment there is the one we added. */
  private Future<Void> whoseIsIt(Item item) {
    var ours = item.proposal().payment();
    return parts
        .payments()
        .find(ours.id().project(), ours.terms().paymentId())
        .map(found -> {
          var there = found.map(Stored::payment).filter(payment -> payment.id().equals(ours.id()));
          there.ifPresent(payment -> found(item.proposal(), payment));
          item.answer(there.isPresent() ? new Accepted(there.get()) : new PaymentIdUsed());
          return null;
        });
  }

  private void found(Proposal proposal, Payment there) {
    var ours = afterCommit.opening(begun(taken(proposal, there)));
    parts.watcher().committed(ours);
    AfterCommit.release(ours, parts.outbox());
  }

  /** Which half of a proposal was kept shows in the state that it has led to. */
  private static Step taken(Proposal proposal, Payment there) {
    return switch (proposal) {
      case Step step -> step;
      case Funded(Step step, Decision ifShort) ->
          ifShort instanceof Step declined && declined.payment().state().equals(there.state())
              ? declined
              : step;
    };
  }

  private Future<Void> failed(List<Item> items, Throwable failure) {
    if (!(failure instanceof Unavailable) && items.size() > 1) {
      return Halves.one(items, this::add);
    }
    for (var item : items) again(item, failure);
    return Future.succeededFuture();
  }

  /** Whoever was answered before the rest of the batch failed is through, and is not done twice. */
  private void again(Item item, Throwable failure) {
    if (item.promise().future().isComplete()) return;

    var triesMax =
        failure instanceof Unavailable ? 2 : failure instanceof Overdrawn ? attemptsMax : 1;
    if (item.attempt() < triesMax) offer(item.again());
    else item.promise().tryFail(failure instanceof Overdrawn ? contended() : failure);
  }

  private static Unavailable contended() {
    return new Unavailable("the balance is contended");
  }
}
