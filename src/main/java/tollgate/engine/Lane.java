package tollgate.engine;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Engine.Limits;
import tollgate.engine.Engine.Parts;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState;

/**
 * Group commit of events: load many, apply each, save all. A lost race costs nothing, for applying
 * is pure: the event is simply asked again.
 */
final class Lane {

  /**
   * An event in the queue.
   *
   * @param attempt counts how often it was taken up
   * @param unanswered what was to be saved the last time, when nobody said whether it was
   */
  record Item(News news, Promise<Handled> promise, int attempt, @Nullable Change unanswered) {

    Item again(@Nullable Change change) {
      return new Item(news, promise, attempt + 1, change);
    }
  }

  private final Parts parts;
  private final InstantSource clock;
  private final AfterCommit afterCommit;
  private final Deciding deciding;
  private final int attemptsMax;
  private final Batcher<Item> batcher;

  Lane(Parts parts, Limits limits) {
    this.parts = parts;
    clock = parts.clock();
    afterCommit = AfterCommit.of(parts);
    deciding = new Deciding(parts.payments(), clock);
    attemptsMax = limits.attemptsMax();
    batcher = new Batcher<>(limits.ofEvents(), this::run, parts.pause());
  }

  void handle(News news, Promise<Handled> promise) {
    offer(new Item(news, promise, 1, null));
  }

  int waiting() {
    return batcher.waiting();
  }

  boolean isCrowded() {
    return batcher.isCrowded();
  }

  boolean isIdle() {
    return batcher.isIdle();
  }

  private void offer(Item item) {
    if (!batcher.offer(item)) item.promise().tryFail(new Unavailable("too many events"));
  }

  private Future<?> run(List<Item> items) {
    var ids = new LinkedHashSet<Payment.Id>();
    var sent = new HashMap<Payment.Id, Change>();
    for (var item : items) ids.add(item.news().payment());
    return parts
        .payments()
        .load(ids)
        .compose(stored -> {
          lookForUnanswered(items, stored);
          return deciding.of(items, stored);
        })
        .compose(works -> save(works, sent))
        .recover(failure -> failed(items, sent, failure));
  }

  private void lookForUnanswered(List<Item> items, Map<Payment.Id, Stored> stored) {
    for (var item : items) {
      var now = stored.get(item.news().payment());
      if (item.unanswered() != null && now != null) lookFor(item.unanswered(), now);
    }
  }

  /** It was saved after all: its effects need not wait for the end of their lease. */
  private void lookFor(Change unanswered, Stored now) {
    var before = unanswered.before();
    if (before == null || now.version() != before.version() + 1) return;
    if (!isSame(unanswered.after(), now.payment())) return;

    parts.watcher().committed(unanswered);
    AfterCommit.release(unanswered, parts.outbox());
  }

  /** A store keeps no more of a time than microseconds. */
  private static boolean isSame(Payment sent, Payment kept) {
    var sentAt = sent.changedAt().truncatedTo(ChronoUnit.MICROS);
    return sent.state().equals(kept.state())
        && sent.asks() == kept.asks()
        && states(sent).equals(states(kept))
        && sentAt.equals(kept.changedAt().truncatedTo(ChronoUnit.MICROS));
  }

  private static Map<Long, PaymentState> states(Payment payment) {
    var states = new HashMap<Long, PaymentState>();
    for (var refund : payment.refunds()) states.put(refund.operation(), refund.state());
    return states;
  }

  private Future<Void> save(Collection<Work> works, Map<Payment.Id, Change> sent) {
    var changed = works.stream().filter(Work::isChanged).toList();
    var changes = changed.stream().map(work -> work.change(afterCommit)).toList();
    for (var change : changes) sent.put(change.after().id(), change);
    return store(changes)
        .compose(saved -> keep(works, saved).map(saved))
        .onSuccess(saved -> {
          for (int i = 0; i < changed.size(); i++) land(changed.get(i), changes.get(i), saved);
          works.stream().filter(work -> !work.isChanged()).forEach(this::settle);
        })
        .mapEmpty();
  }

  private Future<Set<Payment.Id>> store(List<Change> changes) {
    if (changes.isEmpty()) return Future.succeededFuture(Set.of());

    var start = clock.instant();
    return parts
        .payments()
        .save(changes)
        .onSuccess(
            _ -> parts.watcher().batch(changes.size(), Duration.between(start, clock.instant())));
  }

  /** Who lost the race refused nothing: the event is asked again, and may be welcome then. */
  private Future<Void> keep(Collection<Work> works, Set<Payment.Id> saved) {
    var contradictions = new ArrayList<Contradiction>();
    for (var work : works) {
      if (!work.isChanged() || saved.contains(work.id())) {
        contradictions.addAll(work.contradictions());
      }
    }
    contradictions.forEach(parts.watcher()::refused);
    return contradictions.isEmpty()
        ? Future.succeededFuture()
        : parts.payments().keep(contradictions);
  }

  private void land(Work work, Change change, Set<Payment.Id> saved) {
    if (saved.contains(work.id())) {
      parts.watcher().committed(change);
      answer(work);
      AfterCommit.perform(change, parts.performer());
      return;
    }
    parts.watcher().raced();
    for (var item : work.items()) askAgain(item, new Unavailable("lost too many races"));
  }

  /** Nothing changed, so nothing was written: a fulfilled duty leaves the outbox by itself. */
  private void settle(Work work) {
    answer(work);
    for (var duty : work.done()) parts.outbox().done(duty);
  }

  private void answer(Work work) {
    work.toldAgain().forEach(parts.watcher()::toldAgain);
    work.answer();
  }

  private Future<Void> failed(List<Item> items, Map<Payment.Id, Change> sent, Throwable failure) {
    if (!(failure instanceof Unavailable)) {
      if (items.size() > 1) return Halves.one(items, this::run);
      items.forEach(item -> alone(item, failure));
      return Future.succeededFuture();
    }
    // An answer may have been lost after the commit: asked once more, a repeated event is ignored.
    for (var item : items) {
      if (item.attempt() == 1) offer(item.again(sent.remove(item.news().payment())));
      else item.promise().tryFail(failure);
    }
    return Future.succeededFuture();
  }

  /** Money that was there when it was read may be spent by somebody else at the commit. */
  private void alone(Item item, Throwable failure) {
    if (failure instanceof Overdrawn) askAgain(item, new Unavailable("the balance is contended"));
    else item.promise().tryFail(failure);
  }

  private void askAgain(Item item, Unavailable failure) {
    if (item.attempt() < attemptsMax) offer(item.again(null));
    else item.promise().tryFail(failure);
  }
}
