package tollgate.outside;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Fair turns for endpoints: each has so many attempts in flight and so many in wait, and those that
 * wait take turns. One whose last attempt failed is only probed until it answers again, so dead
 * merchants hold few of the places that all share. One event loop only.
 */
final class Endpoints {

  /** Attempts in flight to an endpoint that did not answer the last one. */
  private static final int PROBES_MAX = 2;

  /** As the retry plan begins. */
  private static final Duration AWAY_FIRST = Duration.ofSeconds(10);

  /** A merchant who is well again has all that was turned away within so long. */
  private static final Duration AWAY_MAX = Duration.ofMinutes(10);

  /**
   * An attempt: {@code go} makes it and says whether it was delivered, {@code back} is called
   * instead when there is no room, with the time after which there may be some.
   */
  record Attempt(Supplier<Future<Boolean>> go, Consumer<Duration> back, long since) {}

  private static final class Lane {
    private final Queue<Attempt> queue = new ArrayDeque<>();
    private final Crowd crowd;
    private int inFlight;
    private boolean inLine;
    private boolean failing;

    private Lane(Crowd crowd) {
      this.crowd = crowd;
    }
  }

  private final WebhookOptions options;
  private final LongSupplier millis;
  private final Map<String, Lane> lanes = new HashMap<>();
  private final Queue<String> line = new ArrayDeque<>();
  private int inFlight;
  private int waiting;
  private boolean draining;

  Endpoints(WebhookOptions options, LongSupplier millis) {
    this.options = options;
    this.millis = millis;
  }

  /** Makes the attempt when it is this endpoint's turn, or gives it back. */
  void take(String endpoint, Supplier<Future<Boolean>> go, Consumer<Duration> back) {
    var lane = lanes.computeIfAbsent(endpoint, _ -> new Lane(crowd()));
    if (lane.queue.size() >= options.endpointQueueMax()) {
      back.accept(lane.crowd.turnAway());
      return;
    }
    lane.queue.add(new Attempt(go, back, millis.getAsLong()));
    waiting++;
    standInLine(endpoint, lane);
    drain();
  }

  int inFlight() {
    return inFlight;
  }

  int waiting() {
    return waiting;
  }

  /** Endpoints that are remembered: those with something in flight or in wait. */
  int known() {
    return lanes.size();
  }

  private void standInLine(String endpoint, Lane lane) {
    if (lane.inLine || lane.queue.isEmpty() || lane.inFlight >= atOnceMax(lane)) return;

    lane.inLine = true;
    line.add(endpoint);
  }

  private int atOnceMax(Lane lane) {
    return lane.failing
        ? Math.min(PROBES_MAX, options.endpointAtOnceMax())
        : options.endpointAtOnceMax();
  }

  private void drain() {
    if (draining) return;

    draining = true;
    while (inFlight < options.atOnceMax() && !line.isEmpty()) next(line.remove());
    draining = false;
  }

  private void next(String endpoint) {
    var lane = lanes.get(endpoint);
    if (lane == null) return;

    lane.inLine = false;
    var attempt = lane.queue.poll();
    if (attempt == null) return;

    waiting--;
    if (millis.getAsLong() - attempt.since() > options.queueWait().toMillis()) {
      attempt.back().accept(lane.crowd.turnAway());
    } else {
      begin(endpoint, lane, attempt);
    }
    standInLine(endpoint, lane);
    forget(endpoint, lane);
  }

  private void begin(String endpoint, Lane lane, Attempt attempt) {
    lane.inFlight++;
    inFlight++;
    attempt
        .go()
        .get()
        .onComplete(delivered -> {
          lane.inFlight--;
          inFlight--;
          lane.failing = delivered.failed() || !delivered.result();
          lane.crowd.served();
          standInLine(endpoint, lane);
          forget(endpoint, lane);
          drain();
        });
  }

  private Crowd crowd() {
    return new Crowd(
        options.endpointQueueMax(),
        AWAY_FIRST.dividedBy(options.speed()),
        AWAY_MAX.dividedBy(options.speed()));
  }

  private void forget(String endpoint, Lane lane) {
    if (lane.inFlight == 0 && lane.queue.isEmpty()) lanes.remove(endpoint, lane);
  }
}
