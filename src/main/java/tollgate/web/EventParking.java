package tollgate.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tollgate.engine.Callers;
import tollgate.engine.Events;

/**
 * Where questions wait for the next event of their project: one statement for all of them looks at
 * how far the projects have come. One a node; safe for all threads.
 */
public final class EventParking {

  /** One that is answered once its project has an event after this. */
  private record Parked(long project, long after, Promise<Void> promise) {

    void end() {
      promise.tryComplete();
    }
  }

  private final ParkingLot lot;
  private final Events events;
  private final Set<Parked> all = ConcurrentHashMap.newKeySet();
  private final Lookout lookout;

  public EventParking(ParkingLot lot, Events events) {
    this.lot = lot;
    this.events = events;
    lookout = new Lookout(lot.vertx(), lot.options().pollEvery(), () -> !all.isEmpty(), this::look);
  }

  boolean hasRoom() {
    return lot.hasRoom();
  }

  /** Completes when there is an event after that one, or when the time is over. */
  Future<Void> await(RoutingContext ctx, long project, long after, Duration time) {
    var parked = new Parked(project, after, Promise.promise());
    all.add(parked);
    if (lot.isClosed()) parked.end();
    var answer = Callers.context(parked.promise());
    var held = lot.hold(ctx, time, answer, parked::end, parked::end);
    lookout.wake();
    return held.onComplete(_ -> all.remove(parked));
  }

  /** Nobody waits any longer. */
  void close() {
    lot.close();
    all.forEach(Parked::end);
  }

  private Future<?> look() {
    var waiting = List.copyOf(all);
    var projects = waiting.stream().map(Parked::project).collect(Collectors.toSet());
    return events.last(projects).onSuccess(last -> tell(waiting, last)).otherwiseEmpty();
  }

  private static void tell(List<Parked> waiting, Map<Long, Long> last) {
    for (var parked : waiting) {
      if (last.getOrDefault(parked.project(), 0L) > parked.after()) parked.end();
    }
  }
}
