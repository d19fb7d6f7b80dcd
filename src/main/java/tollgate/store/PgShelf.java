package tollgate.store;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tollgate.data.Column;
import tollgate.data.Rhythm.Period;
import tollgate.engine.Ids;
import tollgate.report.Report;
import tollgate.report.Report.Wish;
import tollgate.report.ReportFile;
import tollgate.report.Shelf;

/**
 * Reports and their files in PostgreSQL. What must happen once is one guarded statement each: a
 * file begins by moving its report's time on, and grows by a part only for whoever holds it.
 */
final class PgShelf implements Shelf {

  private static final String ADD =
      """
      insert into report
             (id, centre, name, projects, zone, type, status, columns, rhythm, next_at, files,
              asked_by, asked_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11, now())
      """;

  /** With its only file. */
  private static final String ADD_ONCE =
      """
      with asked as (
          insert into report
                 (id, centre, name, projects, zone, type, status, columns, rhythm, next_at, files,
                  asked_by, asked_at)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, now())
          returning id
      )
      insert into report_file
             (report_id, number, from_at, to_at, state, attempts, due_at, parts, rows, bytes,
              place_at, place_operation)
      select id, 1, $12, $13, 1, 0, now(), 0, 0, 0, $12, 0 from asked
      """;

  private static final String LIST =
      "select %s from report r where r.centre = $1 order by r.id desc limit $2"
          .formatted(ReportRow.REPORT);

  private static final String FIND =
      "select %s from report r where r.centre = $1 and r.id = $2".formatted(ReportRow.REPORT);

  private static final String STOP =
      "update report set next_at = null where centre = $1 and id = $2 and next_at is not null"
          + " returning id";

  private static final String FILES =
      "select %s from report_file f where f.report_id = $1 order by f.number desc limit $2"
          .formatted(ReportRow.FILE);

  private static final String FILE =
      "select %s from report_file f where f.report_id = $1 and f.number = $2"
          .formatted(ReportRow.FILE);

  private static final String PART =
      "select body from report_part where report_id = $1 and number = $2 and part = $3";

  private static final String DUE =
      "select %s from report r where r.next_at <= now() order by r.next_at limit $1"
          .formatted(ReportRow.REPORT);

  /** The guard is the time that was due: whoever comes second moves nothing and begins nothing. */
  private static final String BEGIN =
      """
      with moved as (
          update report
             set next_at = $3, files = files + 1
           where id = $1
             and next_at = $2
          returning id, files
      )
      insert into report_file
             (report_id, number, from_at, to_at, state, attempts, due_at, parts, rows, bytes,
              place_at, place_operation)
      select id, files, $4, $5, 1, 0, now(), 0, 0, 0, $4, 0 from moved
      returning number
      """;

  private final Statements statements;
  private final Ids ids;
  private final FilesInWork inWork;

  PgShelf(Pool pool, Ids ids) {
    statements = new Statements(pool);
    this.ids = ids;
    inWork = new FilesInWork(statements);
  }

  @Override
  public Future<Instant> now() {
    return statements
        .execute("select now() as now", Tuple.tuple())
        .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant());
  }

  @Override
  public Future<Report> add(String centre, Wish wish, Instant firstAt) {
    return ids.next()
        .compose(id -> {
          var report = new Report(id, centre, wish, firstAt);
          return statements.execute(ADD, parameters(report)).map(report);
        });
  }

  @Override
  public Future<Report> addOnce(String centre, Wish wish, Period period) {
    return ids.next()
        .compose(id -> {
          var report = new Report(id, centre, wish, null);
          var parameters =
              parameters(report)
                  .addOffsetDateTime(Columns.time(period.from()))
                  .addOffsetDateTime(Columns.time(period.to()));
          return statements.execute(ADD_ONCE, parameters).map(report);
        });
  }

  private static Tuple parameters(Report report) {
    var wish = report.wish();
    var next = report.nextAt();
    return Tuple.tuple()
        .addLong(report.id())
        .addString(report.centre())
        .addString(wish.name())
        .addValue(wish.projects().toArray(Long[]::new))
        .addString(wish.zone().getId())
        .addString(wish.type() == null ? null : wish.type().word())
        .addString(wish.status())
        .addValue(wish.columns().stream().map(Column::word).toArray(String[]::new))
        .addString(wish.rhythm() == null ? null : wish.rhythm().word())
        .addOffsetDateTime(next == null ? null : Columns.time(next))
        .addString(wish.by());
  }

  @Override
  public Future<List<Report>> list(String centre, int rowsMax) {
    return all(LIST, Tuple.of(centre, (long) rowsMax), ReportRow::report);
  }

  @Override
  public Future<Optional<Report>> find(String centre, long id) {
    return one(FIND, Tuple.of(centre, id), ReportRow::report);
  }

  @Override
  public Future<Boolean> stop(String centre, long id) {
    return statements.execute(STOP, Tuple.of(centre, id)).map(rows -> rows.size() > 0);
  }

  @Override
  public Future<List<ReportFile>> files(long report, int rowsMax) {
    return all(FILES, Tuple.of(report, (long) rowsMax), ReportRow::file);
  }

  @Override
  public Future<Optional<ReportFile>> file(long report, int number) {
    return one(FILE, Tuple.of(report, number), ReportRow::file);
  }

  @Override
  public Future<Optional<Buffer>> part(long report, int number, int part) {
    return one(PART, Tuple.of(report, number, part), row -> row.getBuffer("body"));
  }

  @Override
  public Future<List<Report>> due(int rowsMax) {
    return all(DUE, Tuple.of((long) rowsMax), ReportRow::report);
  }

  @Override
  public Future<Boolean> begin(Report due, Period period, Instant nextAt) {
    var at = due.nextAt();
    if (at == null) return Future.succeededFuture(false);

    var parameters =
        Tuple.of(
            due.id(),
            Columns.time(at),
            Columns.time(nextAt),
            Columns.time(period.from()),
            Columns.time(period.to()));
    return statements.execute(BEGIN, parameters).map(rows -> rows.size() > 0);
  }

  @Override
  public Future<Optional<Job>> claim(Duration lease) {
    return inWork.claim(lease.toMillis());
  }

  @Override
  public Future<Boolean> put(Job job, Part part, Kept kept) {
    return inWork.put(job, part, kept);
  }

  @Override
  public Future<Void> giveUp(Job job, Duration keepFor) {
    return inWork.giveUp(job, keepFor.toMillis());
  }

  @Override
  public Future<Integer> sweep(int filesMax) {
    return inWork.sweep(filesMax);
  }

  private <T> Future<List<T>> all(String sql, Tuple parameters, Function<Row, T> reading) {
    return statements.execute(sql, parameters).map(rows -> rows.stream().map(reading).toList());
  }

  private <T> Future<Optional<T>> one(String sql, Tuple parameters, Function<Row, T> reading) {
    return statements.execute(sql, parameters).map(rows -> rows.stream().findFirst().map(reading));
  }
}
