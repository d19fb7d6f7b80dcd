package tollgate.engine;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of a {@link MemoryStore}: numbered as they are committed, and kept until a test
 * forgets them.
 */
final class MemoryEvents implements Events {

  private final MemoryTables tables;

  MemoryEvents(MemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Future<Page> after(long project, long sequence, int rowsMax) {
    return tables.commit(() -> {
      var all = tables.events.getOrDefault(project, List.of());
      var events = new ArrayList<Event>();
      long forgotten = tables.forgotten.getOrDefault(project, 0L);
      for (long next = Math.max(sequence, forgotten);
          next < all.size() && events.size() < rowsMax;
          next++) {
        events.add(new Event(next + 1, all.get((int) next)));
      }
      return new Page(events, all.size(), forgotten);
    });
  }

  @Override
  public Future<Map<Long, Long>> last(Collection<Long> projects) {
    return tables.commit(() -> {
      var last = new HashMap<Long, Long>();
      for (var project : projects) {
        var all = tables.events.get(project);
        if (all != null) last.put(project, (long) all.size());
      }
      return last;
    });
  }
}
