package tollgate.simulation;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tollgate.engine.Change;
import tollgate.engine.Contradiction;
import tollgate.engine.Payments;
import tollgate.engine.Stored;
import tollgate.ledger.Account;
import tollgate.payment.Payment;

/** Saves something else than it was given. */
class BrokenPayments implements Payments {

  private final Payments honest;
  private final UnaryOperator<Change> twist;

  BrokenPayments(Payments honest, UnaryOperator<Change> twist) {
    this.honest = honest;
    this.twist = twist;
  }

  @Override
  public Future<Set<Payment.Id>> save(List<Change> changes) {
    return honest.save(changes.stream().map(twist).toList());
  }

  @Override
  public Future<Map<Payment.Id, Stored>> load(Collection<Payment.Id> ids) {
    return honest.load(ids);
  }

  @Override
  public Future<Set<Payment.Id>> add(List<Change> opened) {
    return honest.add(opened);
  }

  @Override
  public Future<Map<Account, Long>> balances(Collection<Account> accounts) {
    return honest.balances(accounts);
  }

  @Override
  public Future<Void> keep(List<Contradiction> contradictions) {
    return honest.keep(contradictions);
  }

  @Override
  public Future<Optional<Stored>> ofRefund(Payment.Id refund) {
    return honest.ofRefund(refund);
  }

  @Override
  public Future<Optional<Stored>> find(long project, String paymentId) {
    return honest.find(project, paymentId);
  }
}
