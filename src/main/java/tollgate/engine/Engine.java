package tollgate.engine;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.InstantSource;
import tollgate.payment.Decision.Proposal;

/**
 * Where events meet payments. Nothing else changes one.
 *
 * <p>All events that arrive while a commit is in flight are the next commit, and callers are
 * answered after it. So a wallet that everybody tops up meets itself in a batch and not in a row
 * lock. Only when a full batch waits does it go beside the one in flight: ten thousand payments due
 * in one second are no hurry of one connection.
 */
public final class Engine {

  private final Opener opener;
  private final Lane lane;

  /**
   * What the engine works with.
   *
   * @param starter begins sales that need no message
   * @param pause begun with a batch: how long the next one gathers, see {@link Batcher}
   */
  public record Parts(
      Payments payments,
      Outbox outbox,
      Notices notices,
      Performer performer,
      Watcher watcher,
      InstantSource clock,
      Starter starter,
      Pause pause) {

    /** Every sale is begun by the duty that calls its provider, and no batch waits for another. */
    public Parts(
        Payments payments,
        Outbox outbox,
        Notices notices,
        Performer performer,
        Watcher watcher,
        InstantSource clock) {
      this(payments, outbox, notices, performer, watcher, clock, Starter.NONE, Pause.NONE);
    }
  }

  /**
   * Its limits.
   *
   * @param batchesMax batches of events in flight at once; all but one of them are full
   * @param batchMax events in a batch
   * @param queueMax events that may wait; the next one is refused
   * @param attemptsMax how often an event is asked again when it loses a race
   * @param gather in a crowd, the shortest time between the beginnings of two batches; less where
   *     there is less to gather, see {@link Pause#measured}
   */
  public record Limits(
      int batchesMax, int batchMax, int queueMax, int attemptsMax, Duration gather) {

    public Limits(int batchesMax, int batchMax, int queueMax, int attemptsMax) {
      this(batchesMax, batchMax, queueMax, attemptsMax, Duration.ZERO);
    }

    Batcher.Limits ofEvents() {
      return new Batcher.Limits(batchesMax, batchMax, queueMax);
    }

    Batcher.Limits ofNewPayments() {
      return new Batcher.Limits(1, batchMax, queueMax);
    }
  }

  public Engine(Parts parts, Limits limits) {
    opener = new Opener(parts, limits);
    lane = new Lane(parts, limits);
  }

  /**
   * Keeps a new payment, once. Fails with {@link Unavailable} when there is no room or no database.
   * The future completes on the caller's context.
   */
  public Future<Opening> open(Proposal opened) {
    var promise = Promise.<Opening>promise();
    opener.open(opened, promise);
    return Callers.context(promise);
  }

  /**
   * Takes in an event: applied and committed, or ignored, or refused. Fails with {@link
   * Unavailable} when it could not be kept; then it must come again.
   */
  public Future<Handled> handle(News news) {
    var promise = Promise.<Handled>promise();
    lane.handle(news, promise);
    return Callers.context(promise);
  }

  /** Events and new payments that wait for a commit. */
  public int waiting() {
    return opener.waiting() + lane.waiting();
  }

  /** Whether a full batch of events waits for its commit, or is in flight beside another. */
  public boolean isCrowded() {
    return lane.isCrowded();
  }

  /** Whether nothing waits and nothing is in flight. */
  public boolean isIdle() {
    return opener.isIdle() && lane.isIdle();
  }
}
