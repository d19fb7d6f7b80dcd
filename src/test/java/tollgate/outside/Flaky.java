package tollgate.outside;

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

/** Payments behind a database that can be switched off. */
final class Flaky implements Payments {

  private final Payments payments;
  volatile boolean down;

  Flaky(Payments payments) {
    this.payments = payments;
  }

  private <T> Future<T> down() {
    return Future.failedFuture(new Unavailable("down"));
  }

  @Override
  public Future<Map<Payment.Id, Stored>> load(Collection<Payment.Id> ids) {
    return down ? down() : payments.load(ids);
  }

  @Override
  public Future<Set<Payment.Id>> add(List<Change> opened) {
    return down ? down() : payments.add(opened);
  }

  @Override
  public Future<Set<Payment.Id>> save(List<Change> changes) {
    return down ? down() : payments.save(changes);
  }

  @Override
  public Future<Map<Account, Long>> balances(Collection<Account> accounts) {
    return down ? down() : payments.balances(accounts);
  }

  @Override
  public Future<Void> keep(List<Contradiction> contradictions) {
    return down ? down() : payments.keep(contradictions);
  }

  @Override
  public Future<Optional<Stored>> ofRefund(Payment.Id refund) {
    return down ? down() : payments.ofRefund(refund);
  }

  @Override
  public Future<Optional<Stored>> find(long project, String paymentId) {
    return down ? down() : payments.find(project, paymentId);
  }
}
