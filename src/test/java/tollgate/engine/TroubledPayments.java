package tollgate.engine;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tollgate.ledger.Account;
import tollgate.payment.Payment;

/** Honest payments behind a bad connection; every trouble is asked for by the test. */
final class TroubledPayments implements Payments {

  /** What happens to the next write. */
  enum Trouble {
    /** Nothing is written. */
    LOST,
    /** It is written, and the answer is lost. */
    ANSWER_LOST
  }

  final List<Integer> batches = new ArrayList<>();
  final Deque<Trouble> troubles = new ArrayDeque<>();
  final Deque<Runnable> races = new ArrayDeque<>();
  final Set<Payment.Id> poison = new HashSet<>();
  private final Payments honest;
  private final Deque<Promise<Void>> held = new ArrayDeque<>();
  private boolean holds;
  private int findsToFail;

  TroubledPayments(Payments honest) {
    this.honest = honest;
  }

  /** So many times a payment cannot be looked for. */
  void failFinds(int times) {
    findsToFail = times;
  }

  /** From now on every question waits until {@link #release}. */
  void hold() {
    holds = true;
  }

  void release() {
    holds = false;
    while (!held.isEmpty()) held.removeFirst().complete();
  }

  @Override
  public Future<Map<Payment.Id, Stored>> load(Collection<Payment.Id> ids) {
    return gate().compose(_ -> honest.load(ids));
  }

  @Override
  public Future<Set<Payment.Id>> add(List<Change> opened) {
    return gate().compose(_ -> write(opened, () -> honest.add(opened)));
  }

  @Override
  public Future<Set<Payment.Id>> save(List<Change> changes) {
    if (!races.isEmpty()) races.removeFirst().run();
    return write(changes, () -> honest.save(changes));
  }

  @Override
  public Future<Map<Account, Long>> balances(Collection<Account> accounts) {
    return gate().compose(_ -> honest.balances(accounts));
  }

  @Override
  public Future<Void> keep(List<Contradiction> contradictions) {
    return honest.keep(contradictions);
  }

  @Override
  public Future<Optional<Stored>> ofRefund(Payment.Id refund) {
    return gate().compose(_ -> honest.ofRefund(refund));
  }

  @Override
  public Future<Optional<Stored>> find(long project, String paymentId) {
    if (findsToFail-- > 0) return Future.failedFuture(new Unavailable("connection lost"));

    return honest.find(project, paymentId);
  }

  private Future<Void> gate() {
    if (!holds) return Future.succeededFuture();

    var promise = Promise.<Void>promise();
    held.add(promise);
    return promise.future();
  }

  private Future<Set<Payment.Id>> write(
      List<Change> changes, Supplier<Future<Set<Payment.Id>>> honestly) {
    batches.add(changes.size());
    if (changes.stream().anyMatch(change -> poison.contains(change.after().id()))) {
      return Future.failedFuture(new ConstraintBroken("poison"));
    }
    var trouble = troubles.poll();
    if (trouble == null) return honestly.get();

    return switch (trouble) {
      case LOST -> Future.failedFuture(new Unavailable("connection lost"));
      case ANSWER_LOST ->
          honestly.get().compose(_ -> Future.failedFuture(new Unavailable("answer lost")));
    };
  }
}
