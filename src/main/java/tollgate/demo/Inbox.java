package tollgate.demo;

import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tollgate.demo.DemoOptions.Bounds;

/**
 * The latest webhooks of every project, in memory. One for all routers of a Vert.x instance: the
 * browser that asks is seldom on the event loop that received.
 */
final class Inbox implements Shareable {

  private static final String NAME = "tollgate.demo.inbox";

  private final Map<Long, Deque<Received>> proven = new HashMap<>();
  private final Map<Long, Deque<Received>> refused = new HashMap<>();
  private final Bounds bounds;

  private Inbox(Bounds bounds) {
    this.bounds = bounds;
  }

  static Inbox of(Vertx vertx, Bounds bounds) {
    LocalMap<String, Inbox> shared = vertx.sharedData().getLocalMap(NAME);
    return shared.computeIfAbsent(NAME, name -> new Inbox(bounds));
  }

  /** Apart from the proven ones: a stranger's flood must not push them out. */
  synchronized void keep(long project, Received received) {
    var kept = received.verified() ? proven : refused;
    var max = received.verified() ? bounds.webhooksMax() : bounds.refusedMax();
    var latest = kept.computeIfAbsent(project, id -> new ArrayDeque<>());
    if (latest.size() >= max) latest.removeLast();
    latest.addFirst(received);
  }

  /** Newest first. */
  synchronized List<Received> latest(long project, Predicate<Received> wanted, int max) {
    var all = new ArrayList<Received>();
    all.addAll(proven.getOrDefault(project, new ArrayDeque<>()));
    all.addAll(refused.getOrDefault(project, new ArrayDeque<>()));
    return all.stream()
        .filter(wanted)
        .sorted(Comparator.comparing(Received::at).reversed())
        .limit(max)
        .toList();
  }
}
