package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Invariants.Proven;

/**
 * Which operation ids are proven, by pages, and whose turn it is. Shared by all nodes: whoever
 * proves a page takes it out of everybody's turn.
 */
final class AuditPages {

  /** Operation ids of a page. */
  static final long PAGE = 10_000;

  /**
   * Operation ids that one snapshot proves, in some hundredths of a second: whoever has to commit
   * meanwhile shares the processors with it no longer than that.
   */
  static final long PIECE = 1_000;

  /**
   * A node may still fill up a block of ids that it took so many ids ago: room for tens of nodes
   * with a block of the size that is set at first.
   */
  private static final long BLOCKS_IN_USE = 100_000;

  /**
   * What was broken is looked at in every round, until it is whole. More than this is a disaster
   * that the first pages tell as well as all.
   */
  private static final int BROKEN_MAX = 16;

  private static final String EXTEND =
      """
      insert into audit_page (page)
      select n
        from id_block b,
             generate_series((select coalesce(max(page) + 1, 0) from audit_page),
                             (b.next_id - 1) / $1) n
       where b.name = 'operation'
          on conflict (page) do nothing
      """;

  private static final String PICK =
      """
      (select page from audit_page where broken order by page limit $1)
       union
      (select page from audit_page where not settled order by proven_at nulls first, page limit $2)
       union
      (select page from audit_page where settled order by proven_at nulls first limit $3)
      """;

  private static final String KEEP =
      """
      update audit_page
         set proven_at = $2,
             broken = $3,
             settled = $4 and not $3
                       and ($1 + 1) * $5
                           < (select next_id from id_block where name = 'operation') - $6
       where page = $1
      """;

  private static final String PROVEN =
      """
      select (select next_id from id_block where name = 'operation'),
             count(*), count(*) filter (where proven_at is null), min(proven_at),
             (select marked_at from audit_mark where name = 'whole')
        from audit_page
      """;

  private final Statements statements;
  private final DatabaseOptions.Audit options;

  AuditPages(Pool pool, DatabaseOptions.Audit options) {
    statements = new Statements(pool);
    this.options = options;
  }

  /** Where the pieces of a page begin. */
  static List<Long> pieces(long page) {
    var first = page * PAGE;
    return LongStream.iterate(first, from -> from < first + PAGE, from -> from + PIECE)
        .boxed()
        .toList();
  }

  /** New pages for ids that were reserved since. */
  Future<Void> extend() {
    return statements.execute(EXTEND, Tuple.of(PAGE)).mapEmpty();
  }

  /** The pages of one round: never more than a few, whatever the history. */
  Future<List<Long>> pick() {
    var quotas =
        Tuple.of(
            (long) BROKEN_MAX,
            (long) options.unsettledPagesMax(),
            (long) options.settledPagesMax());
    return statements.execute(PICK, quotas).map(AuditPages::numbers);
  }

  Future<List<Long>> all() {
    return statements
        .execute("select page from audit_page order by page", Tuple.tuple())
        .map(AuditPages::numbers);
  }

  /** {@code closed}: nothing in it was open at that time. */
  Future<Void> keep(long page, OffsetDateTime at, boolean broken, boolean closed) {
    return statements
        .execute(KEEP, Tuple.of(page, at, broken, closed, PAGE, BLOCKS_IN_USE))
        .mapEmpty();
  }

  Future<Proven> proven() {
    return statements
        .execute(PROVEN, Tuple.tuple())
        .map(rows -> {
          var row = rows.iterator().next();
          return new Proven(
              row.getLong(0), row.getLong(1), row.getLong(2), time(row, 3), time(row, 4));
        });
  }

  private static @Nullable Instant time(Row row, int column) {
    var time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private static List<Long> numbers(RowSet<Row> rows) {
    var numbers = new ArrayList<Long>(rows.size());
    for (var row : rows) numbers.add(row.getLong(0));
    return numbers;
  }
}
