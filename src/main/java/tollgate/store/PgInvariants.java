package tollgate.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tollgate.engine.Invariants;
import tollgate.store.Heads.Place;

/**
 * The proof over PostgreSQL, in pieces: each is one short snapshot, so neither a round nor a whole
 * proof holds up anybody, and a commit is either wholly in a piece or not at all.
 */
final class PgInvariants implements Invariants {

  /**
   * Accounts of one piece: two looks into an index each, so a snapshot of well under a second. A
   * million accounts have had their turn after 200 rounds.
   */
  private static final int ACCOUNTS = 5_000;

  /** Every tenant's number by as many looks into an index as there are tenants. */
  private static final String PROJECTS =
      """
      with recursive paid(id) as (
          (select project_id from payment order by project_id limit 1)
          union all
          select (select project_id from payment where project_id > paid.id
                   order by project_id limit 1)
            from paid where paid.id is not null
      ), posted(id) as (
          (select project_id from posting order by project_id limit 1)
          union all
          select (select project_id from posting where project_id > posted.id
                   order by project_id limit 1)
            from posted where posted.id is not null
      )
      select coalesce(array_agg(id), '{}')
        from (select id from paid union select id from posted) all_of_them
       where id is not null
      """;

  private static final String CREDITS =
      """
      insert into audit_credit (project_id, operation_id, gateway_id, providers_id)
      select project_id, operation_id, gateway_id, providers_id
        from payment
       where project_id = any($1) and operation_id >= $2 and operation_id < $3
         and kind = 1 and state in (5, 8, 9) and providers_id <> ''
          on conflict (project_id, operation_id) do nothing
      """;

  private static final String MOMENT =
      """
      select now(), not exists (
                 select from payment
                  where project_id = any($1) and operation_id >= $2 and operation_id < $3
                    and due_at is not null)
             and not exists (
                 select from refund
                  where project_id = any($1) and operation_id >= $2 and operation_id < $3
                    and state = 1)
      """;

  private record Moment(OffsetDateTime at, boolean closed) {}

  private final Vertx vertx;
  private final Pool pool;
  private final DatabaseOptions.Audit options;
  private final GiveWay giveWay;
  private final Statements statements;
  private final AuditPages pages;
  private final AuditMarks marks;
  private final Drifts drifts;

  PgInvariants(
      Vertx vertx, Pool pool, Drifts drifts, DatabaseOptions.Audit options, GiveWay giveWay) {
    this.vertx = vertx;
    this.pool = pool;
    this.drifts = drifts;
    this.options = options;
    this.giveWay = giveWay;
    statements = new Statements(pool);
    pages = new AuditPages(pool, options);
    marks = new AuditMarks(pool);
  }

  @Override
  public Future<Report> check() {
    var findings = new Findings();
    return pages
        .extend()
        .compose(_ -> pages.pick())
        .compose(picked -> read(picked, findings, options.rest()))
        .compose(_ -> marks.place())
        .compose(place -> balances(place, findings))
        .compose(next -> marks.mark("balances", next))
        .compose(_ -> finish(findings));
  }

  @Override
  public Future<Report> whole() {
    var findings = new Findings();
    return pages
        .extend()
        .compose(_ -> pages.all())
        .compose(all -> read(all, findings, 0))
        .compose(_ -> allBalances(Place.START, findings))
        .compose(_ -> marks.mark("whole", Place.START))
        .compose(_ -> finish(findings));
  }

  private Future<Report> finish(Findings findings) {
    return Snapshot.read(pool, connection -> always(connection, findings))
        .compose(_ -> pages.proven())
        .map(proven -> {
          drifts.keepDuplicates(findings.duplicates());
          return new Report(findings.all(), proven);
        });
  }

  /** {@code rest}: after each piece, in times of what it took. */
  private Future<Void> read(List<Long> numbers, Findings findings, int rest) {
    return statements
        .execute(PROJECTS, Tuple.tuple())
        .map(rows -> rows.iterator().next().getArrayOfLongs(0))
        .compose(projects -> inTurn(numbers, number -> page(number, projects, findings, rest)));
  }

  private Future<Void> rested(long nanos) {
    var millis = TimeUnit.NANOSECONDS.toMillis(nanos);
    return millis < 1
        ? Future.succeededFuture()
        : vertx.timer(millis, TimeUnit.MILLISECONDS).mapEmpty();
  }

  /** As old as its oldest piece, and closed when all of them are. */
  private Future<Void> page(long number, Long[] projects, Findings findings, int rest) {
    var found = new Findings();
    var moments = new ArrayList<Moment>();
    return inTurn(
            AuditPages.pieces(number),
            from -> {
              var range = Tuple.of(projects, from, from + AuditPages.PIECE);
              return giveWay
                  .turn()
                  .compose(_ -> piece(range, found, rest))
                  .onSuccess(moments::add)
                  .mapEmpty();
            })
        .compose(_ -> {
          findings.addAll(found);
          var closed = moments.stream().allMatch(Moment::closed);
          return pages.keep(number, moments.getFirst().at(), !found.isEmpty(), closed);
        });
  }

  private Future<Moment> piece(Tuple range, Findings found, int rest) {
    var begin = System.nanoTime();
    return statements
        .execute(CREDITS, range)
        .compose(_ -> Snapshot.piece(pool, connection -> piece(connection, range, found)))
        .compose(moment -> rested(rest * (System.nanoTime() - begin)).map(moment));
  }

  private Future<Moment> piece(SqlConnection connection, Tuple range, Findings found) {
    return connection
        .preparedQuery(MOMENT)
        .execute(range)
        .map(rows -> rows.iterator().next())
        .map(row -> new Moment(row.getOffsetDateTime(0), row.getBoolean(1)))
        .compose(moment ->
            inTurn(List.of(Invariant.values()), each -> onPage(connection, each, range, found))
                .compose(_ -> Heads.onPage(connection, range))
                .map(wrong -> {
                  drifts.found(wrong);
                  wrong.forEach(drift -> drift.tell(found));
                  return moment;
                }));
  }

  private static Future<Void> onPage(
      SqlConnection connection, Invariant invariant, Tuple range, Findings found) {
    var query = invariant.onPage();
    return query == null
        ? Future.succeededFuture()
        : connection
            .preparedQuery("select * from (" + query + ") q limit " + IDS_MAX)
            .execute(range)
            .map(rows -> {
              for (var row : rows) found.add(invariant, row.getString(0));
              return null;
            });
  }

  private static Future<Void> always(SqlConnection connection, Findings findings) {
    return inTurn(
        List.of(Invariant.values()),
        invariant ->
            invariant.always() == null
                ? Future.succeededFuture()
                : connection
                    .query("select * from (" + invariant.always() + ") q limit " + IDS_MAX)
                    .execute()
                    .map(rows -> {
                      for (var row : rows) findings.add(invariant, row.getString(0));
                      return null;
                    }));
  }

  /** One piece of the balances, and again what was wrong before; where the next piece begins. */
  private Future<Place> balances(Place place, Findings findings) {
    return Snapshot.piece(
        pool,
        connection ->
            Heads.again(connection, drifts.known())
                .compose(still ->
                    Heads.after(connection, place, ACCOUNTS)
                        .map(wrong -> {
                          drifts.stillAre(still);
                          drifts.found(wrong);
                          drifts.known().forEach(drift -> drift.tell(findings));
                          return null;
                        }))
                .compose(_ -> Heads.currencies(connection, place, ACCOUNTS))
                .compose(currencies -> {
                  drifts.seen(currencies);
                  return Heads.last(connection, place, ACCOUNTS);
                }));
  }

  private Future<Void> allBalances(Place place, Findings findings) {
    return balances(place, findings)
        .compose(next -> next.isStart() ? Future.succeededFuture() : allBalances(next, findings));
  }

  /** One after the other: a proof takes one connection and no more. */
  private static <T> Future<Void> inTurn(List<T> all, Function<T, Future<Void>> work) {
    Future<Void> done = Future.succeededFuture();
    for (var each : all) done = done.compose(_ -> work.apply(each));
    return done;
  }
}
