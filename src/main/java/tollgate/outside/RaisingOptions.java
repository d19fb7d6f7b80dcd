package tollgate.outside;

import java.time.Duration;
import tollgate.engine.Raising.Round;

/**
 * How many questions are raised while a provider is silent. All nodes together keep to it.
 *
 * @param perSecond questions a second for each gateway, on top of the ordinary ones; 0 raises none;
 *     5
 * @param round so long a payment is left alone after it was accepted or asked about; the budget of
 *     a round is spread over it; 10 s, as Midtrans forbids asking more often
 * @param rowsMax payments looked at in one round, of all gateways, those due next; 20000
 */
public record RaisingOptions(int perSecond, Duration round, int rowsMax) {

  private static final int PER_SECOND_MAX = 1000;
  private static final Duration ROUND_MAX = Duration.ofMinutes(15);

  /** What is in use when nothing is set. */
  public static final RaisingOptions USUAL = new RaisingOptions(5, Duration.ofSeconds(10), 20_000);

  public RaisingOptions {
    if (perSecond < 0 || perSecond > PER_SECOND_MAX) {
      throw new IllegalArgumentException("perSecond must be 0 to 1000");
    }
    Checks.positive("rowsMax", rowsMax);
    if (round.toMillis() < 100 || round.compareTo(ROUND_MAX) > 0) {
      throw new IllegalArgumentException("round must be from 100 ms to 15 min");
    }
  }

  /** One round of it, with one question at the least. */
  Round bounds() {
    var questions = Math.max(1, Math.toIntExact(perSecond * round.toMillis() / 1000));
    return new Round(round, questions, rowsMax);
  }
}
