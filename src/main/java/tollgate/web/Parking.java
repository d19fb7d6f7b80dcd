package tollgate.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tollgate.engine.Batcher;
import tollgate.engine.Change;
import tollgate.engine.Changes;
import tollgate.engine.Changes.Seen;
import tollgate.engine.Contradiction;
import tollgate.engine.Stored;
import tollgate.engine.Watcher;
import tollgate.payment.Payment;
import tollgate.web.Parked.Place;

/**
 * Where questions wait for news of their payments, without a thread or a statement each. What is
 * committed on this node wakes them at once; what happens on another is found by one statement for
 * all of them, asked only while somebody is here. One a node; safe for all threads.
 *
 * <p>All looks take one connection at a time: however many come in one breath, they stand in nobody
 * else's way to the database.
 */
public final class Parking implements Watcher {

  /** {@code last}: it is answered after this look, whatever is seen. */
  private record Look(Parked parked, boolean last) {}

  private final ParkingLot lot;
  private final Changes changes;
  private final Map<Place, Set<Parked>> places = new ConcurrentHashMap<>();
  private final Batcher<Look> looks;
  private final Lookout lookout;

  public Parking(ParkingLot lot, Changes changes) {
    this.lot = lot;
    this.changes = changes;
    var options = lot.options();
    looks = new Batcher<>(options.rowsMax(), Integer.MAX_VALUE, this::look);
    lookout =
        new Lookout(lot.vertx(), options.pollEvery(), () -> !places.isEmpty(), () -> since(all()));
  }

  boolean hasRoom() {
    return lot.hasRoom();
  }

  /**
   * The payment as it is when there is news of it, or when the time is over; at once when it is
   * settled or not there.
   */
  Future<Optional<Payment>> await(RoutingContext ctx, Parked parked, Duration time) {
    enter(parked);
    Runnable last = () -> looks.offer(new Look(parked, true));
    var held = lot.hold(ctx, time, parked.answer(), last, parked::end);
    looks.offer(new Look(parked, lot.isClosed()));
    return held.onComplete(_ -> leave(parked));
  }

  private void enter(Parked parked) {
    places.compute(
        parked.place(),
        (_, there) -> {
          Set<Parked> all = there == null ? ConcurrentHashMap.newKeySet(1) : there;
          all.add(parked);
          return all;
        });
  }

  private void leave(Parked parked) {
    places.computeIfPresent(
        parked.place(),
        (_, there) -> {
          there.remove(parked);
          return there.isEmpty() ? null : there;
        });
  }

  /** Nobody waits any longer; completes when all were answered. */
  Future<Void> close() {
    lot.close();
    var all = all();
    all.forEach(parked -> looks.offer(new Look(parked, true)));
    return Future.join(all.stream().map(Parked::answer).toList()).transform(_ -> done());
  }

  private static Future<Void> done() {
    return Future.succeededFuture();
  }

  @Override
  public void committed(Change change) {
    if (places.isEmpty()) return;

    var after = change.after();
    var there = places.get(new Place(after.id().project(), after.terms().paymentId()));
    if (there == null) return;

    var before = change.before();
    var now = new Stored(after, before == null ? 1 : before.version() + 1, false);
    there.forEach(parked -> parked.hear(now));
  }

  private List<Parked> all() {
    var all = new ArrayList<Parked>();
    places.values().forEach(all::addAll);
    return all;
  }

  /** First and last looks: all that came while the last ones were looked up. */
  private Future<?> look(List<Look> batch) {
    return since(batch.stream().map(Look::parked).toList())
        .onComplete(_ -> {
          for (var look : batch) {
            if (look.last()) look.parked().end();
          }
          lookout.wake();
        });
  }

  /** What cannot be asked now is asked the next time, unless it was never read. */
  private Future<?> since(Collection<Parked> all) {
    var seen = new HashSet<Seen>();
    for (var parked : all) seen.add(parked.seen());
    return changes
        .since(seen)
        .onSuccess(changed -> tell(all, changed))
        .onFailure(why -> all.forEach(parked -> parked.unread(why)))
        .otherwiseEmpty();
  }

  private static void tell(Collection<Parked> all, List<Stored> changed) {
    var now = new HashMap<Place, Stored>();
    for (var stored : changed) {
      var payment = stored.payment();
      now.put(new Place(payment.id().project(), payment.terms().paymentId()), stored);
    }
    for (var parked : all) tell(parked, Optional.ofNullable(now.get(parked.place())));
  }

  private static void tell(Parked parked, Optional<Stored> changed) {
    if (parked.seen().version() == 0) parked.read(changed);
    else changed.ifPresent(parked::hear);
  }

  @Override
  public void refused(Contradiction contradiction) {}

  @Override
  public void batch(int payments, Duration took) {}

  @Override
  public void raced() {}
}
