package tollgate.engine;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Numbers that only the database knows, for those who watch over us. */
public interface Gauges {

  /**
   * Reads open and due rows only, so it does not grow with history; and no more of them than a ten
   * thousand, where the counts stop: the longest due are among them.
   *
   * @param doubtAfter how long money that may have left is unclear before it counts as in doubt
   */
  Future<Backlog> backlog(Duration doubtAfter);

  /** What the proofs on this node have found, and what an index knows. */
  Future<Book> book();

  /** What is still to be done, and the database's clock when it was counted. */
  record Backlog(
      Undecided payments, Duties duties, Unnumbered unnumbered, InDoubt inDoubt, Instant clock) {}

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
   * Events that have no number yet, so whoever asks for events does not see them.
   *
   * @param oldestMillis how long the longest has waited; 0 when none does
   */
  record Unnumbered(long events, long oldestMillis) {}

  /**
   * Money that may have left, and of which the provider has said nothing clear for long: it stays
   * set aside until then, so somebody must know.
   *
   * @param payouts so long past their limit
   * @param refunds asked for so long ago
   */
  record InDoubt(long payouts, long refunds) {}

  /**
   * The state of the book, in minor units by currency code; all of it but what is owed is zero or
   * empty when it is right.
   *
   * @param imbalance stored balances less the postings they come from
   * @param suspense money that came late, until a person decides
   * @param owed commissions that companies owe us and could not pay; below zero we owe them
   * @param drifting accounts whose stored balance differs from their postings
   * @param belowFloor accounts below zero
   * @param duplicateCredits credits of a provider's payment beyond the first
   */
  record Book(
      Map<String, Long> imbalance,
      Map<String, Long> suspense,
      Map<String, Long> owed,
      long drifting,
      long belowFloor,
      long duplicateCredits) {

    public Book {
      imbalance = Map.copyOf(imbalance);
      suspense = Map.copyOf(suspense);
      owed = Map.copyOf(owed);
    }
  }
}
