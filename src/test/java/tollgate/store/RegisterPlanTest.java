package tollgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.data.OperationType;
import tollgate.data.Scope;
import tollgate.store.RegisterPages.Order;
import tollgate.support.Postgres;

/** What a page of the register costs among a million operations: pages of eight kilobytes read. */
class RegisterPlanTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /** A project with most of a million operations, ten a second, and two with a few. */
  private static final String MILLION =
      """
      insert into completion (project_id, type, completed_at, operation_id)
      select case when n % 100 = 0 then 2 when n % 100 = 1 then 3 else 1 end,
             case when n % 50000 = 7 then 4 when n % 20 = 3 then 3 when n % 10 = 2 then 2 else 1 end,
             timestamptz '2026-03-02 12:00:00+00' + n * interval '100 milliseconds',
             n
        from generate_series(1, 1000000) as n
      """;

  private static final Pattern BUFFERS = Pattern.compile("Buffers: shared ([^\n]*)");
  private static final Pattern COUNT = Pattern.compile("(hit|read)=(\\d+)");

  private static Vertx vertx;
  private static Pool pool;

  @BeforeAll
  static void fill() {
    var options = Postgres.fresh();
    Postgres.execute(options.database(), MILLION);
    Postgres.execute(options.database(), "vacuum analyze completion");
    vertx = Vertx.vertx();
    var server =
        new PgConnectOptions()
            .setHost(options.host())
            .setPort(options.port())
            .setDatabase(options.database())
            .setUser(options.user())
            .setPassword(options.password().reveal())
            .setProperties(Connections.session(5000));
    pool = PgBuilder.pool().using(vertx).connectingTo(server).build();
  }

  @AfterAll
  static void close() {
    await(pool.close());
    await(vertx.close());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # projects | type     | from second | to second | skipped | rows | pages at most
          1          |          | 0           | 200000    | 0       | 1000 | 60
          1,2,3      |          | 0           | 200000    | 0       | 1000 | 100
          1,2,3      |          | 50000       | 50100     | 0       | 1000 | 100
          2          | REVERSAL | 0           | 200000    | 0       | 1000 | 60
          1          | REVERSAL | 0           | 200000    | 0       | 1000 | 60
          1          | SALE     | 90000       | 90060     | 0       | 1000 | 60
          1,2,3      |          | 0           | 200000    | 10000   | 1000 | 300
          1,2,3      |          | 0           | 200000    | 100000  | 1000 | 2000
          """)
  void aPageReadsAboutAsMuchAsItSkipsAndShows(
      String projects,
      @Nullable OperationType type,
      long from,
      long to,
      int skipped,
      int rows,
      long pagesMax) {
    var scope = scope(projects, type, from, to);
    for (var order : Order.values()) {
      var pages = new RegisterPages(scope, order);

      var plan = explain(pages, skipped, rows);

      assertThat(plan)
          .contains("Index Only Scan")
          .contains("completion_key")
          .doesNotContain("Seq Scan", "Sort Method");
      assertThat(pagesRead(plan)).as(plan).isLessThanOrEqualTo(pagesMax);
    }
  }

  @Test
  void whatSkippingCostsGrowsWithTheSkippedAlone() {
    var scope = scope("1,2,3", null, 0, 200_000);
    var pages = new RegisterPages(scope, Order.NEWEST_FIRST);

    assertThat(pagesRead(explain(pages, 900_000, 10)))
        .isGreaterThan(5 * pagesRead(explain(pages, 100_000, 10)));
  }

  private static Scope scope(String projects, @Nullable OperationType type, long from, long to) {
    var all = List.of(projects.split(",", -1)).stream().map(Long::valueOf).toList();
    return new Scope(all, type, NOON.plusSeconds(from), NOON.plusSeconds(to));
  }

  private static String explain(RegisterPages pages, int skipped, int rows) {
    var sql = "explain (analyze, buffers, costs off) " + pages.sql();
    var parameters = pages.parameters(pages.scope().beginning(), skipped, rows);
    var lines = await(pool.preparedQuery(sql).execute(parameters));
    return StreamSupport.stream(lines.spliterator(), false)
        .map(line -> line.getString(0))
        .collect(Collectors.joining("\n"));
  }

  /** Of the whole statement, which stands first. */
  private static long pagesRead(String plan) {
    var buffers = BUFFERS.matcher(plan);
    assertThat(buffers.find()).as(plan).isTrue();
    return COUNT
        .matcher(buffers.group(1))
        .results()
        .mapToLong(count -> Long.parseLong(count.group(2)))
        .sum();
  }
}
