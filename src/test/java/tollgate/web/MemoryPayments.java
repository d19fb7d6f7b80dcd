package tollgate.web;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tollgate.engine.Change;
import tollgate.engine.Contradiction;
import tollgate.engine.Payments;
import tollgate.engine.Stored;
import tollgate.engine.Unavailable;
import tollgate.payment.Payment;

/** Payments in a map. When {@code down}, it answers as a database does that cannot be reached. */
final class MemoryPayments implements Payments {

  private final Map<Payment.Id, Stored> kept = new ConcurrentHashMap<>();
  volatile boolean down;

  void put(Payment payment) {
    kept.put(payment.id(), new Stored(payment, 1, false));
  }

  void clear() {
    kept.clear();
  }

  Map<Payment.Id, Stored> all() {
    return Map.copyOf(kept);
  }

  @Override
  public Future<Map<Payment.Id, Stored>> load(Collection<Payment.Id> ids) {
    if (down) return unreachable();

    var found = new LinkedHashMap<Payment.Id, Stored>();
    for (var id : ids) {
      if (kept.containsKey(id)) found.put(id, kept.get(id));
    }
    return Future.succeededFuture(found);
  }

  @Override
  public Future<Set<Payment.Id>> add(List<Change> opened) {
    if (down) return unreachable();

    var added = new HashSet<Payment.Id>();
    for (var change : opened) {
      var payment = change.after();
      if (there(payment.id().project(), payment.terms().paymentId()).isPresent()) continue;
      put(payment);
      added.add(payment.id());
    }
    return Future.succeededFuture(added);
  }

  @Override
  public Future<Set<Payment.Id>> save(List<Change> changes) {
    var saved = new HashSet<Payment.Id>();
    for (var change : changes) {
      put(change.after());
      saved.add(change.after().id());
    }
    return Future.succeededFuture(saved);
  }

  @Override
  public Future<Void> keep(List<Contradiction> contradictions) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Optional<Stored>> find(long project, String paymentId) {
    return down ? unreachable() : Future.succeededFuture(there(project, paymentId));
  }

  private Optional<Stored> there(long project, String paymentId) {
    return kept.values().stream()
        .filter(it -> it.payment().id().project() == project)
        .filter(it -> it.payment().terms().paymentId().equals(paymentId))
        .findFirst();
  }

  private static <T> Future<T> unreachable() {
    return Future.failedFuture(new Unavailable("no database"));
  }
}
