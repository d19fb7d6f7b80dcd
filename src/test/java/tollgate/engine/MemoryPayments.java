package tollgate.engine;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tollgate.engine.MemoryTables.DutyKey;
import tollgate.engine.MemoryTables.DutyRow;
import tollgate.engine.MemoryTables.MerchantsId;
import tollgate.engine.MemoryTables.PaymentRow;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.WithProvider;

/** The payments of a {@link MemoryStore}. */
final class MemoryPayments implements Payments {

  private final MemoryTables tables;

  MemoryPayments(MemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Future<Map<Payment.Id, Stored>> load(Collection<Payment.Id> ids) {
    return tables.commit(() -> {
      var found = new LinkedHashMap<Payment.Id, Stored>();
      for (var id : ids) {
        var row = tables.payments.get(id);
        if (row != null) found.put(id, tables.stored(row));
      }
      return found;
    });
  }

  @Override
  public Future<Set<Payment.Id>> add(List<Change> opened) {
    return tables.commit(() -> {
      var used = new LinkedHashSet<>(tables.merchantsIds.keySet());
      return write(opened.stream().filter(change -> used.add(merchantsId(change))).toList());
    });
  }

  @Override
  public Future<Set<Payment.Id>> save(List<Change> changes) {
    return tables.commit(() -> write(changes.stream().filter(this::isAsItWasRead).toList()));
  }

  @Override
  public Future<Map<Account, Long>> balances(Collection<Account> accounts) {
    return tables.commit(() -> {
      var balances = new LinkedHashMap<Account, Long>();
      for (var account : accounts) {
        var balance = tables.book.balances().get(account);
        balances.put(account, balance == null ? 0 : balance.minor());
      }
      return balances;
    });
  }

  @Override
  public Future<Void> keep(List<Contradiction> contradictions) {
    return tables.commit(() -> {
      tables.contradictions.addAll(contradictions);
      return null;
    });
  }

  @Override
  public Future<Optional<Stored>> ofRefund(Payment.Id refund) {
    return tables.commit(() ->
        tables.payments.values().stream()
            .filter(row -> row.payment().id().project() == refund.project())
            .filter(row -> row.payment().refund(refund.operation()) != null)
            .findFirst()
            .map(tables::stored));
  }

  @Override
  public Future<Optional<Stored>> find(long project, String paymentId) {
    return tables.commit(() ->
        Optional.ofNullable(tables.merchantsIds.get(new MerchantsId(project, paymentId)))
            .map(tables.payments::get)
            .map(tables::stored));
  }

  private boolean isAsItWasRead(Change change) {
    var row = tables.payments.get(change.after().id());
    return row != null && change.before() != null && row.version() == change.before().version();
  }

  /** All of them or none: constraints are asked before the first row is written. */
  private Set<Payment.Id> write(List<Change> changes) {
    var postings = new ArrayList<Posting>();
    for (var change : changes) postings.addAll(change.postings());
    tables.book.check(postings);
    for (var change : changes) checkNew(change);

    var written = new LinkedHashSet<Payment.Id>();
    for (var change : changes) {
      write(change);
      written.add(change.after().id());
    }
    return written;
  }

  private void checkNew(Change change) {
    if (change.before() == null && tables.payments.containsKey(change.after().id())) {
      throw new ConstraintBroken("payment_key " + change.after().id());
    }
    for (var webhook : change.webhooks()) {
      if (tables.webhooks.containsKey(new DutyKey(webhook.operation(), webhook.effect()))) {
        throw new ConstraintBroken("webhook_key " + webhook.operation() + " " + webhook.effect());
      }
    }
  }

  private void write(Change change) {
    var payment = change.after();
    var now = tables.now();
    tables.payments.put(payment.id(), row(change, now));
    tables.merchantsIds.putIfAbsent(merchantsId(change), payment.id());
    for (var posting : change.postings()) tables.book.post(posting, payment, now);
    for (var duty : change.done()) MemoryOutbox.leave(tables, duty);
    for (var webhook : change.webhooks()) {
      tables.webhooks.put(new DutyKey(webhook.operation(), webhook.effect()), webhook);
      var project = webhook.operation().project();
      tables.events.computeIfAbsent(project, _ -> new ArrayList<>()).add(webhook.body());
    }
    bear(change, now);
    tables.journal.add(new MemoryStore.Committed(change, now));
  }

  private PaymentRow row(Change change, Instant now) {
    var payment = change.after();
    var timetable = payment.terms().timetable();
    var old = tables.payments.get(payment.id());
    var begins = old == null || (old.payment() instanceof Link && !(payment instanceof Link));
    if (begins) {
      var limitAt = now.plusSeconds(timetable.limit());
      var dueAt = earlier(now.plusSeconds(timetable.gap(0)), limitAt);
      var version = old == null ? 1 : old.version() + 1;
      return new PaymentRow(payment, version, limitAt, payment.isOpen() ? dueAt : null);
    }
    if (isBack(payment) && !isBack(old.payment())) tables.askedAt.put(payment.id(), now);
    var dueAt = old.dueAt();
    if (payment.asks() > old.payment().asks()) {
      tables.askedAt.put(payment.id(), now);
      var next = now.plusSeconds(timetable.gap(payment.asks()));
      dueAt = MemoryTables.hasLimit(payment) ? earlier(next, old.limitAt()) : next;
    }
    return new PaymentRow(
        payment, old.version() + 1, old.limitAt(), payment.isOpen() ? dueAt : null);
  }

  private static boolean isBack(Payment payment) {
    return payment.state() instanceof WithProvider;
  }

  /** Born leased to the node that commits, but for what is to wait. */
  private void bear(Change change, Instant now) {
    for (var task : change.tasks()) {
      if (!task.effect().isDurable()) continue;

      var key = new DutyKey(task.operation(), task.effect());
      var row =
          task.isOurs()
              ? new DutyRow(1, now.plus(tables.lease), false)
              : new DutyRow(0, now.plus(task.after()), false);
      tables.outbox.putIfAbsent(key, row);
    }
  }

  private static MerchantsId merchantsId(Change change) {
    return new MerchantsId(change.after().id().project(), change.after().terms().paymentId());
  }

  private static Instant earlier(Instant one, @Nullable Instant other) {
    return other == null || one.isBefore(other) ? one : other;
  }
}
