package tollgate.engine;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Set;
import tollgate.engine.Engine.Limits;
import tollgate.engine.Engine.Parts;
import tollgate.engine.Opening.Accepted;
import tollgate.engine.Opening.PaymentIdUsed;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payment;

/** Group commit of new payments. */
final class Opener {

  /** {@code retried}: an earlier try ended without an answer, so the row there may be our own. */
  private record Item(Change change, Promise<Opening> promise, boolean retried) {

    void answer(Opening opening) {
      promise.tryComplete(opening);
    }
  }

  private final Parts parts;
  private final Batcher<Item> batcher;

  Opener(Parts parts, Limits limits) {
    this.parts = parts;
    batcher = new Batcher<>(limits.batchMax(), limits.queueMax(), this::add);
  }

  void open(Step opened, Promise<Opening> promise) {
    offer(new Item(AfterCommit.opening(opened, parts.notices()), promise, false));
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
    return parts
        .payments()
        .add(items.stream().map(Item::change).toList())
        .compose(kept -> answer(items, kept))
        .recover(failure -> failed(items, failure));
  }

  private Future<Void> answer(List<Item> items, Set<Payment.Id> kept) {
    Future<Void> checks = Future.succeededFuture();
    for (var item : items) {
      var payment = item.change().after();
      if (kept.contains(payment.id())) {
        parts.watcher().committed(item.change());
        AfterCommit.perform(item.change(), parts.performer());
        item.answer(new Accepted(payment));
      } else if (item.retried()) {
        checks = checks.compose(_ -> whoseIsIt(item));
      } else {
        item.answer(new PaymentIdUsed());
      }
    }
    return checks;
  }

  /** After a lost answer only the database knows whether the payment there is the one we added. */
  private Future<Void> whoseIsIt(Item item) {
    var ours = item.change().after();
    return parts
        .payments()
        .find(ours.id().project(), ours.terms().paymentId())
        .map(there -> {
          var isOurs = there.isPresent() && there.get().payment().id().equals(ours.id());
          if (isOurs) found(item.change());
          item.answer(isOurs ? new Accepted(ours) : new PaymentIdUsed());
          return null;
        });
  }

  private void found(Change ours) {
    parts.watcher().committed(ours);
    AfterCommit.release(ours, parts.outbox());
  }

  private Future<Void> failed(List<Item> items, Throwable failure) {
    if (!(failure instanceof Unavailable) && items.size() > 1) {
      return Halves.one(items, this::add);
    }
    for (var item : items) {
      if (item.retried() || !(failure instanceof Unavailable)) item.promise().tryFail(failure);
      else offer(new Item(item.change(), item.promise(), true));
    }
    return Future.succeededFuture();
  }
}
