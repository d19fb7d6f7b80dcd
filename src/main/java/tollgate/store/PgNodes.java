package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Which slots of timers are this node's. Every node beats and counts those that do; the slots are
 * dealt round. Two nodes may believe in the same slot for a moment: the guards make that harmless,
 * it only costs a lost race.
 */
final class PgNodes {

  /** A power of two. */
  private static final int SLOTS = 64;

  private static final String BEAT =
      """
      with mine as (
          insert into node (id, beat_at) values ($1, now())
              on conflict (id) do update set beat_at = now()
      ), gone as (
          delete from node where beat_at < now() - interval '1 minute' and id <> $1
      )
      select id from node where beat_at > now() - interval '3 seconds'
      """;

  private static final String LEAVE = "delete from node where id = $1";

  private final Pool pool;
  private final UUID id = UUID.randomUUID();
  private volatile Short[] slots = slots(0, 1);

  PgNodes(Pool pool) {
    this.pool = pool;
  }

  Short[] slots() {
    return slots;
  }

  Future<Void> beat() {
    return pool.preparedQuery(BEAT)
        .execute(Tuple.of(id))
        .map(rows -> {
          var alive = new TreeSet<UUID>();
          alive.add(id);
          for (var row : rows) alive.add(row.getUUID(0));
          slots = slots(alive.headSet(id).size(), alive.size());
          return null;
        });
  }

  Future<Void> leave() {
    return pool.preparedQuery(LEAVE).execute(Tuple.of(id)).mapEmpty();
  }

  /** The slot of a row, by its tenant. */
  static String slotOf(String table) {
    return "(hashint8(%s.project_id) & %d)".formatted(table, SLOTS - 1);
  }

  private static Short[] slots(int mine, int nodes) {
    return IntStream.range(0, SLOTS)
        .filter(slot -> slot % nodes == mine)
        .mapToObj(slot -> (short) slot)
        .toArray(Short[]::new);
  }
}
