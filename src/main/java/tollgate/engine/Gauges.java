package tollgate.engine;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;

/** Numbers that only the database knows, for those who watch over us. */
public interface Gauges {

  /**
   * Reads open and due rows only, so it does not grow with history; and no more of them than a
   * hundred thousand, where the counts stop.
   */
  Future<Backlog> backlog();

  /** What the proofs on this node have found, and what an index knows. */
  Future<Book> book();

  /** What is still to be done, and the database's clock when it was counted. */
  record Backlog(Undecided payments, Duties duties, InDoubt inDoubt, Instant clock) {}

  /**
   * Payments that are not decided; links that wait for their customers are not among them.
   *
   * @param inDoubt those of which only the provider knows whether money moved
   * @param overdue those more than two seconds past their limit
   */
  record Undecided(long open, long inDoubt, long overdue) {}

  /**
   * Rows of the outbox.
   *
   * @param due their time has come
   * @param oldestDueMillis how long the longest due one waits; 0 when none does
   * @param exhausted they wait for a person
   */
  record Duties(long due, long oldestDueMillis, long exhausted) {}

  /**
   * Money that may have left, and of which the provider has said nothing clear for longer than an
   * hour: it stays set aside until then, so somebody must know.
   *
   * @param payouts more than an hour past their limit
   * @param refunds asked for more than an hour ago
   */
  record InDoubt(long payouts, long refunds) {}

  /**
   * The state of the book, in minor units by currency code; all of it zero or empty when it is
   * right.
   *
   * @param imbalance stored balances less the postings they come from
   * @param suspense money that came late, until a person decides
   * @param drifting accounts whose stored balance differs from their postings
   * @param belowFloor accounts below zero
   * @param duplicateCredits credits of a provider's payment beyond the first
   */
  record Book(
      Map<String, Long> imbalance,
      Map<String, Long> suspense,
      long drifting,
      long belowFloor,
      long duplicateCredits) {

    public Book {
      imbalance = Map.copyOf(imbalance);
      suspense = Map.copyOf(suspense);
    }
  }
}
