package tollgate.operations;

import java.time.Duration;

/**
 * The operations port and what is looked after behind it. The defaults are in {@code
 * config/tollgate.yaml}.
 *
 * @param host the address to listen on; never one that the public reaches
 * @param port 0 takes any that is free
 * @param checkEvery between two rounds of the proof of the invariants
 * @param wholeEvery between two proofs of all there is
 * @param gaugesEvery between two counts of what is open, due and overdue
 * @param doubtAfter how long payouts and refunds are unclear before they count as in doubt
 * @param answerWithin until a probe or a check of the database is given up
 */
public record OperationsOptions(
    String host,
    int port,
    Duration checkEvery,
    Duration wholeEvery,
    Duration gaugesEvery,
    Duration doubtAfter,
    Duration answerWithin) {

  public OperationsOptions {
    if (port < 0 || port > 65535) throw new IllegalArgumentException("port must be 0 to 65535");
    mustBePositive("checkEvery", checkEvery);
    mustBePositive("wholeEvery", wholeEvery);
    mustBePositive("gaugesEvery", gaugesEvery);
    mustBePositive("doubtAfter", doubtAfter);
    mustBePositive("answerWithin", answerWithin);
  }

  private static void mustBePositive(String name, Duration duration) {
    if (duration.toMillis() < 1) throw new IllegalArgumentException(name + " must be positive");
  }
}
