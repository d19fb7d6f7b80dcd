package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import tollgate.report.Shelf.Job;
import tollgate.report.Shelf.Kept;
import tollgate.report.Shelf.Part;

/** Files that are being made, by leases that a late waker cannot use. */
record FilesInWork(Statements statements) {

  private static final String CLAIM =
      """
      with due as materialized (
          select f.report_id, f.number
            from report_file f
           where f.state = 1
             and f.due_at <= now()
           order by f.due_at
           limit 1
      ), taken as (
          update report_file f
             set due_at = now() + $1::int8 * interval '1 millisecond',
                 attempts = f.attempts + 1
            from due d
           where f.report_id = d.report_id
             and f.number = d.number
             and f.state = 1
             and f.due_at <= now()
          returning %1$s
      )
      select %2$s, f.*
        from taken f
        join report r on r.id = f.report_id
      """
          .formatted(ReportRow.FILE, ReportRow.REPORT);

  /** The part and how far it reaches are kept together, by whoever holds the file alone. */
  private static final String PUT =
      """
      with held as (
          update report_file
             set parts = parts + 1,
                 rows = rows + $5,
                 bytes = bytes + $6,
                 place_at = coalesce($7, place_at),
                 place_operation = coalesce($8, place_operation),
                 state = case when $7::timestamptz is null then 2 else 1 end,
                 due_at = now() + $9::int8 * interval '1 millisecond'
           where report_id = $1
             and number = $2
             and attempts = $3
             and parts = $4
             and state = 1
          returning report_id, number, parts
      )
      insert into report_part (report_id, number, part, body)
      select report_id, number, parts, $10 from held
      returning part
      """;

  private static final String GIVE_UP =
      """
      update report_file
         set state = 3, due_at = now() + $4::int8 * interval '1 millisecond'
       where report_id = $1
         and number = $2
         and attempts = $3
         and state = 1
      """;

  private static final String SWEEP =
      """
      with old as materialized (
          select f.report_id, f.number
            from report_file f
           where f.state > 1
             and f.due_at <= now()
           order by f.due_at
           limit $1
      ), emptied as (
          delete from report_part p
           using old
           where p.report_id = old.report_id
             and p.number = old.number
      )
      delete from report_file f
       using old
       where f.report_id = old.report_id
         and f.number = old.number
      """;

  Future<Optional<Job>> claim(long leaseMillis) {
    return statements
        .execute(CLAIM, Tuple.of(leaseMillis))
        .map(rows -> rows.stream().findFirst().map(ReportRow::job));
  }

  Future<Boolean> put(Job job, Part part, Kept kept) {
    var reached = part.reached();
    var parameters =
        Tuple.tuple()
            .addLong(job.report().id())
            .addInteger(job.number())
            .addInteger(job.attempt())
            .addInteger(job.parts())
            .addLong((long) part.rows())
            .addLong((long) part.body().length())
            .addOffsetDateTime(reached == null ? null : Columns.time(reached.at()))
            .addLong(reached == null ? null : reached.operation())
            .addLong((reached == null ? kept.keepFor() : kept.lease()).toMillis())
            .addBuffer(part.body());
    return statements.execute(PUT, parameters).map(rows -> rows.size() > 0);
  }

  Future<Void> giveUp(Job job, long keptMillis) {
    var parameters = Tuple.of(job.report().id(), job.number(), job.attempt(), keptMillis);
    return statements.execute(GIVE_UP, parameters).mapEmpty();
  }

  Future<Integer> sweep(int filesMax) {
    return statements.execute(SWEEP, Tuple.of((long) filesMax)).map(rows -> rows.rowCount());
  }
}
