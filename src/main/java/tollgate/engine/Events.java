package tollgate.engine;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What merchants were told, numbered for each project from 1. Whoever has seen a number has been
 * able to see all that are smaller: there is no gap, and nothing appears behind him.
 */
public interface Events {

  /**
   * One that was told, or will be.
   *
   * @param body of the webhook, as it was written; not a copy
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Event(long sequence, byte[] body) {}

  /**
   * Some of a project's events in their order.
   *
   * @param last the newest number of the project; 0: it has none
   * @param forgotten the newest that is no longer kept; 0: all are
   */
  record Page(List<Event> events, long last, long forgotten) {

    public static final Page EMPTY = new Page(List.of(), 0, 0);

    public Page {
      events = List.copyOf(events);
    }
  }

  /** The first events after that number. */
  Future<Page> after(long project, long sequence, int rowsMax);

  /** The newest number of each project that has one. */
  Future<Map<Long, Long>> last(Collection<Long> projects);
}
