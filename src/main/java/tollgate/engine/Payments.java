package tollgate.engine;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tollgate.ledger.Account;
import tollgate.payment.Payment;

/** Payments as they are kept. Every call is one round trip, whatever the number of rows. */
public interface Payments {

  /** Those of the payments that exist, read without a lock. */
  Future<Map<Payment.Id, Stored>> load(Collection<Payment.Id> ids);

  /**
   * Adds new payments with their duties and notices, each whole or not at all, all in one commit.
   * Those whose payment id the project has used already are left out.
   *
   * @return the ids of the payments that are kept now
   */
  Future<Set<Payment.Id>> add(List<Change> opened);

  /**
   * Saves changed payments with their postings, duties and notices, each whole or not at all, all
   * in one commit. Those that somebody else has changed since they were read are left out. Fails
   * with {@link Overdrawn}, and keeps nothing, when an account would go below zero.
   *
   * @return the ids of the payments that were saved
   */
  Future<Set<Payment.Id>> save(List<Change> changes);

  /** What these accounts hold now, in minor units; all of them keep a balance. */
  Future<Map<Account, Long>> balances(Collection<Account> accounts);

  /** Keeps what a payment refused; the same refusal again changes nothing. */
  Future<Void> keep(List<Contradiction> contradictions);

  Future<Optional<Stored>> find(long project, String paymentId);

  /** The sale whose refund has this operation. */
  Future<Optional<Stored>> ofRefund(Payment.Id refund);
}
