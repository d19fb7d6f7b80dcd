package tollgate.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tollgate.engine.Batcher;
import tollgate.engine.Change;
import tollgate.engine.Changes;
import tollgate.engine.Changes.Seen;
import tollgate.engine.Contradiction;
import tollgate.engine.Stored;
import tollgate.engine.Watcher;
import tollgate.payment.Payment;

/**
 * Where questions wait for news of their payments, without a thread or a statement each. What is
 * committed on this node wakes them at once; what happens on another is found by one statement for
 * all of them, asked only while somebody is here. One a node; safe for all threads.
 */
public final class Parking implements Watcher {

  /** A payment as the merchant calls it: it is waited for before it has been read. */
  record Place(long project, String paymentId) {}

  private final Vertx vertx;
  private final Context own;
  private final Changes changes;
  private final WebOptions options;
  private final WebMeters meters;
  private final Map<Place, Set<Parked>> places = new ConcurrentHashMap<>();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicBoolean polling = new AtomicBoolean();
  private final Batcher<Parked> lastLooks;
  private volatile boolean closed;

  /** To be made on no verticle's context: its timer must outlive them all. */
  public Parking(Vertx vertx, Changes changes, WebOptions options, WebMeters meters) {
    this.vertx = vertx;
    own = vertx.getOrCreateContext();
    this.changes = changes;
    this.options = options;
    this.meters = meters;
    lastLooks = new Batcher<>(options.waiting().requestsMax(), Integer.MAX_VALUE, this::lastLook);
  }

  /**
   * The payment as it is when there is news of it, or when the time is over. It is answered at once
   * when it is decided or not there, and when here is no room.
   */
  Future<Optional<Payment>> await(
      RoutingContext ctx, Place place, Duration time, Supplier<Future<Optional<Stored>>> find) {
    if (closed) return find.get().map(found -> found.map(Stored::payment));
    if (size.incrementAndGet() > options.waiting().requestsMax()) {
      size.decrementAndGet();
      return find.get().map(found -> found.map(Stored::payment));
    }
    var parked = new Parked(place);
    enter(parked);
    ctx.addEndHandler(_ -> parked.end());
    var timer = vertx.setTimer(patience(time).toMillis(), _ -> lastLooks.offer(parked));
    find.get().onSuccess(found -> found(parked, found)).onFailure(parked::failed);
    return parked
        .answer()
        .onComplete(_ -> {
          vertx.cancelTimer(timer);
          leave(parked);
        });
  }

  /** A connection on which nothing moves is closed, so who waits is answered before that. */
  private Duration patience(Duration time) {
    var longest = options.limits().idle().dividedBy(10).multipliedBy(9);
    return time.compareTo(longest) < 0 ? time : longest;
  }

  private void found(Parked parked, Optional<Stored> found) {
    parked.found(found);
    if (closed) parked.end();
    if (!parked.isOver() && polling.compareAndSet(false, true)) own.runOnContext(_ -> tick());
  }

  private void enter(Parked parked) {
    meters.parked();
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
    size.decrementAndGet();
    meters.unparked();
  }

  /** Nobody waits any longer; completes when all were answered. */
  Future<Void> close() {
    closed = true;
    var all = all();
    all.forEach(lastLooks::offer);
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
    if (there != null) there.forEach(parked -> parked.hear(after));
  }

  private void tick() {
    vertx.setTimer(options.waiting().pollEvery().toMillis(), _ -> poll());
  }

  /** The next look only after this one, so a slow database is asked the less. */
  private void poll() {
    var all = all();
    if (!all.isEmpty()) {
      look(all).onComplete(_ -> own.runOnContext(_ -> tick()));
      return;
    }
    polling.set(false);
    if (!places.isEmpty() && polling.compareAndSet(false, true)) tick();
  }

  private List<Parked> all() {
    var all = new ArrayList<Parked>(size.get());
    places.values().forEach(all::addAll);
    return all;
  }

  /** What cannot be asked now is asked the next time, or answered as it is known. */
  private Future<Void> look(Collection<Parked> all) {
    var seen = new HashSet<Seen>();
    for (var parked : all) parked.seen().ifPresent(seen::add);
    if (seen.isEmpty()) return done();

    return changes.since(seen).onSuccess(changed -> tell(all, changed)).transform(_ -> done());
  }

  private static void tell(Collection<Parked> all, List<Stored> changed) {
    if (changed.isEmpty()) return;

    var now = new HashMap<Payment.Id, Stored>();
    for (var stored : changed) now.put(stored.payment().id(), stored);
    for (var parked : all) {
      parked.seen().map(seen -> now.get(seen.payment())).ifPresent(parked::look);
    }
  }

  /** All whose time is over at the same moment are looked up together. */
  private Future<?> lastLook(List<Parked> all) {
    return look(all).onComplete(_ -> all.forEach(Parked::end));
  }

  @Override
  public void refused(Contradiction contradiction) {}

  @Override
  public void batch(int payments, Duration took) {}

  @Override
  public void raced() {}
}
