package tollgate.outside;

import java.time.Duration;

/**
 * How often we look at what is due in the database.
 *
 * @param tick between looks at the payments' times; the next is counted from the end of the last;
 *     250 ms
 * @param rowsMax payments in one look; a full one is followed by the next at once; 10000
 * @param outboxTick between looks at the outbox, where only what a dead node or a delay left behind
 *     lies; 500 ms
 * @param outboxRowsMax duties taken in one look; 500
 * @param handedOverMax duties that may wait or be in flight at one verticle; beyond, they stay in
 *     the outbox; 8000
 * @param mayWaitMax the same of those that nobody stands and waits for, final notices and
 *     cancellations, which have places of their own; 2000
 * @param decideFirst how long what may wait is held back while there are more events than one batch
 *     takes, or more payments are due than one look takes; 5 s
 * @param backoffMax longest pause while the database does not answer; 5 s
 * @param stopWait how long a stop waits for the look in flight; 5 s
 */
public record TimerOptions(
    Duration tick,
    int rowsMax,
    Duration outboxTick,
    int outboxRowsMax,
    int handedOverMax,
    int mayWaitMax,
    Duration decideFirst,
    Duration backoffMax,
    Duration stopWait) {

  /** What is in use when nothing is set. */
  public static final TimerOptions USUAL =
      new TimerOptions(
          Duration.ofMillis(250),
          10_000,
          Duration.ofMillis(500),
          500,
          8_000,
          2_000,
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5));

  /** What is in use of it where duties are handed over. */
  public Dispatch.Limits dispatch() {
    return new Dispatch.Limits(handedOverMax, mayWaitMax, decideFirst);
  }

  public TimerOptions {
    Checks.positive("tick", tick);
    Checks.positive("rowsMax", rowsMax);
    Checks.positive("outboxTick", outboxTick);
    Checks.positive("outboxRowsMax", outboxRowsMax);
    Checks.positive("handedOverMax", handedOverMax);
    Checks.positive("mayWaitMax", mayWaitMax);
    Checks.positive("decideFirst", decideFirst);
    Checks.positive("stopWait", stopWait);
    Checks.shorter("tick", tick, "backoffMax", backoffMax);
    Checks.shorter("outboxTick", outboxTick, "backoffMax", backoffMax);
  }
}
