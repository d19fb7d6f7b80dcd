package tollgate.store;

import java.time.Duration;
import tollgate.tenant.Secret;

/**
 * Where the database is and what we ask of it. The defaults are in {@code config/tollgate.yaml}.
 *
 * @param user the role that the gateway works as; it cannot rewrite history
 * @param owner the role that owns the tables; used by migrations only
 * @param connectionsMax connections of this node
 * @param queueMax statements that may wait for a connection
 * @param statementTimeout when the server gives a statement up
 * @param connectTimeout how long to wait for a connection, new or free
 * @param lease how long a duty is ours before another node may take it; must outlast the longest
 *     call
 * @param decideFirst how long the numbering of events and the proof of the book wait, each before
 *     its next step, while there are more events than one batch takes, or more payments are due
 *     than one look takes; 5 s
 * @param settling duties that are done or put off, gathered into one statement
 * @param idBlocks ids that a node reserves at once
 * @param firstAnswers what repeated requests are answered from
 * @param events what merchants were told, in its order
 * @param audit how much of the book one round of its proof reads
 */
public record DatabaseOptions(
    String host,
    int port,
    String database,
    String user,
    Secret password,
    String owner,
    Secret ownerPassword,
    int connectionsMax,
    int queueMax,
    Duration statementTimeout,
    Duration connectTimeout,
    Duration lease,
    Duration decideFirst,
    Settling settling,
    IdBlocks idBlocks,
    FirstAnswers firstAnswers,
    Events events,
    Audit audit) {

  /**
   * How much a round of the proof reads. A page is 10,000 operation ids.
   *
   * @param unsettledPagesMax pages with open payments, and new ones; 8: with a round every 30 s
   *     they keep up with 2,600 operations a second. Beyond that they wait their turn, and {@code
   *     unread} tells it
   * @param settledPagesMax pages in which all is closed, the rotating slice of the old; 2. A
   *     background reading must stay small beside payments: who wants all at once asks for the
   *     whole proof
   * @param rest after each piece, in times of what the piece took; 3, so that a round takes a
   *     quarter of one processor at most and payments never meet all of it at once
   */
  public record Audit(int unsettledPagesMax, int settledPagesMax, int rest) {

    public static final Audit USUAL = new Audit(8, 2, 3);

    public Audit {
      if (unsettledPagesMax < 1 || settledPagesMax < 1) {
        throw new IllegalArgumentException("a round must read at least a page of each");
      }
      if (rest < 0) throw new IllegalArgumentException("rest must not be negative");
    }
  }

  /**
   * How what merchants are told is numbered.
   *
   * @param numberEvery between two looks at what has no number yet; 250 ms
   * @param rowsMax events numbered in one statement, and forgotten of a project in one; 1000
   * @param keepFor how long an event can be asked for; 30 days
   */
  public record Events(Duration numberEvery, int rowsMax, Duration keepFor) {

    public static final Events USUAL =
        new Events(Duration.ofMillis(250), 1000, Duration.ofDays(30));

    public Events {
      if (!numberEvery.isPositive() || !keepFor.isPositive()) {
        throw new IllegalArgumentException("numberEvery and keepFor must be positive");
      }
      if (rowsMax < 1) throw new IllegalArgumentException("rowsMax must be at least 1");
    }
  }

  /**
   * What is done or put off is written in batches, behind those that take payments.
   *
   * @param rowsMax duties in one statement; 500
   * @param queueMax duties that may wait for theirs; beyond, one is found again when its lease
   *     ends; 100000
   * @param gather in a crowd, the shortest time between two statements; 50 ms
   */
  public record Settling(int rowsMax, int queueMax, Duration gather) {

    public static final Settling USUAL = new Settling(500, 100_000, Duration.ofMillis(50));

    public Settling {
      if (rowsMax < 1) throw new IllegalArgumentException("rowsMax must be at least 1");
      if (queueMax < rowsMax) throw new IllegalArgumentException("queueMax is below rowsMax");
    }
  }

  /**
   * How many ids a node takes from the database at once. Those it does not use are lost when it
   * ends.
   *
   * @param operations of operations; 10000, so a busy node asks once in some seconds
   * @param wallets serial numbers of wallets; 100
   */
  public record IdBlocks(long operations, long wallets) {

    public static final IdBlocks USUAL = new IdBlocks(10_000, 100);

    /** Ids stay below 2^53 on the wire: blocks of a million last for nine thousand million. */
    private static final long MAX = 1_000_000;

    public IdBlocks {
      mustBeSound("operations", operations);
      mustBeSound("wallets", wallets);
    }

    private static void mustBeSound(String name, long ids) {
      if (ids < 1 || ids > MAX) throw new IllegalArgumentException(name + " must be 1 to " + MAX);
    }
  }

  /**
   * How first answers are kept.
   *
   * @param keepFor from the first request with an {@code Idempotency-Key} on
   * @param lease when a request that was begun and never answered may be begun again
   */
  public record FirstAnswers(Duration keepFor, Duration lease) {

    public static final FirstAnswers USUAL =
        new FirstAnswers(Duration.ofHours(24), Duration.ofSeconds(30));

    public FirstAnswers {
      var min = AnswerDays.KEPT_MIN;
      var max = AnswerDays.KEPT_MAX;
      if (keepFor.compareTo(min) < 0 || keepFor.compareTo(max) > 0) {
        throw new IllegalArgumentException(
            "keepFor must be " + min.toHours() + "h to " + max.toHours() + "h");
      }
      if (!lease.isPositive()) throw new IllegalArgumentException("lease must be positive");
    }
  }

  public DatabaseOptions {
    if (connectionsMax < 2) throw new IllegalArgumentException("connectionsMax must be at least 2");
    if (queueMax < 1) throw new IllegalArgumentException("queueMax must be at least 1");
    if (statementTimeout.isNegative() || statementTimeout.isZero()) {
      throw new IllegalArgumentException("statementTimeout must be positive");
    }
    if (decideFirst.isNegative()) {
      throw new IllegalArgumentException("decideFirst must not be negative");
    }
  }
}
