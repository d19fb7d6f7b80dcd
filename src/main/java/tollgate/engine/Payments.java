package tollgate.engine;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tollgate.payment.Payment;

/** Payments as they are kept. Every call is one round trip, whatever the number of rows. */
public interface Payments extends Sight {

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

  /** Keeps what a payment refused; the same refusal again changes nothing. */
  Future<Void> keep(List<Contradiction> contradictions);

  Future<Optional<Stored>> find(long project, String paymentId);

  /** The sale whose refund has this operation. */
  Future<Optional<Stored>> ofRefund(Payment.Id refund);
}
