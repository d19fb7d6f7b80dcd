package tollgate.engine;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import tollgate.payment.Decision.Proposal;

/**
 * Where events meet payments. Nothing else changes one.
 *
 * <p>All events that arrive while a commit is in flight are the next commit, and callers are
 * answered after it. With one lane, the default, a wallet that everybody tops up meets itself in a
 * batch and not in a row lock; measured on two cores, two lanes halve the batches and cost more.
 */
public final class Engine {

  private final Opener opener;
  private final List<Lane> lanes;

  /** What the engine works with. */
  public record Parts(
      Payments payments,
      Outbox outbox,
      Notices notices,
      Performer performer,
      Watcher watcher,
      InstantSource clock) {}

  /**
   * Its limits.
   *
   * @param lanes batches of events in flight at once
   * @param batchMax events in a batch
   * @param queueMax events that may wait in one lane; the next one is refused
   * @param attemptsMax how often an event is asked again when it loses a race
   */
  public record Limits(int lanes, int batchMax, int queueMax, int attemptsMax) {}

  public Engine(Parts parts, Limits limits) {
    opener = new Opener(parts, limits);
    lanes = IntStream.range(0, limits.lanes()).mapToObj(_ -> new Lane(parts, limits)).toList();
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
    lane(news).handle(news, promise);
    return Callers.context(promise);
  }

  /** Events and new payments that wait for a commit. */
  public int waiting() {
    return opener.waiting() + lanes.stream().mapToInt(Lane::waiting).sum();
  }

  /** Whether nothing waits and nothing is in flight. */
  public boolean isIdle() {
    return opener.isIdle() && lanes.stream().allMatch(Lane::isIdle);
  }

  /** All news of one payment must take one lane. */
  private Lane lane(News news) {
    return lanes.get(Math.floorMod(Long.hashCode(news.payment().operation()), lanes.size()));
  }
}
