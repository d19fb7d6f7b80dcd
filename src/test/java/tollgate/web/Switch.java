package tollgate.web;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tollgate.engine.Change;
import tollgate.engine.Contradiction;
import tollgate.engine.Payments;
import tollgate.engine.Stored;
import tollgate.engine.Unavailable;
import tollgate.ledger.Account;
import tollgate.payment.Payment;

/** Payments that can be cut off, as a database can. */
final class Switch implements Payments {

  private final Payments payments;

  /** What is waited for once new payments and changes are kept. */
  volatile Future<Void> after = Future.succeededFuture();

  /** Whether anything was to be kept. */
  volatile boolean reached;

  volatile boolean off;

  /** New payments are kept, but whoever adds them never hears of it. */
  volatile boolean deaf;

  /** What new payments and changes wait for. */
  volatile Future<Void> before = Future.succeededFuture();

  Switch(Payments payments) {
    this.payments = payments;
  }

  @Override
  public Future<Map<Payment.Id, Stored>> load(Collection<Payment.Id> ids) {
    return off ? unreachable() : payments.load(ids);
  }

  @Override
  public Future<Set<Payment.Id>> add(List<Change> opened) {
    if (off) return unreachable();

    reached = true;
    var added = before.compose(_ -> payments.add(opened)).compose(ids -> after.map(ids));
    return deaf ? added.compose(_ -> unreachable()) : added;
  }

  @Override
  public Future<Set<Payment.Id>> save(List<Change> changes) {
    if (off) return unreachable();

    reached = true;
    return before.compose(_ -> payments.save(changes)).compose(ids -> after.map(ids));
  }

  @Override
  public Future<Map<Account, Long>> balances(Collection<Account> accounts) {
    return off ? unreachable() : payments.balances(accounts);
  }

  @Override
  public Future<Void> keep(List<Contradiction> contradictions) {
    return off ? unreachable() : payments.keep(contradictions);
  }

  @Override
  public Future<Optional<Stored>> ofRefund(Payment.Id refund) {
    return off ? unreachable() : payments.ofRefund(refund);
  }

  @Override
  public Future<Optional<Stored>> find(long project, String paymentId) {
    return off ? unreachable() : payments.find(project, paymentId);
  }

  private static <T> Future<T> unreachable() {
    return Future.failedFuture(new Unavailable("no database"));
  }
}
