package tollgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tollgate.support.Postgres;

/**
 * A plan is kept for all tenants and as long as its connection: what was planned on empty tables,
 * or for an average tenant, must still look its rows up when one tenant has millions.
 */
class PlansTest {

  private static final Map<String, String> STATEMENTS = statements();

  /** What names a single row; a nested loop that filters by it looks nothing up. */
  private static final Pattern ROW_BY_ROW = Pattern.compile("operation_id|event\\.seq");

  private static final Pattern COLUMN = Pattern.compile("\\(([a-z_]+) (=|>|<)");
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

  /** One tenant with much, and many with a little each. */
  private static final String SKEWED =
      """
      insert into payment
             (project_id, operation_id, payment_id, request_id, customer_id, method, gateway_id,
              amount, currency, wallet, payer, account, kind, base_seconds, limit_seconds, details,
              state, code, providers_id, asks, version, opened_at, changed_at, limit_at)
      select t.project, t.n, 'p' || t.n, 'r', 'c', 'gopay', 1, 100, 'IDR', null, null, null, 1,
             60, 600, '', 5, 0, '', 0, 1, now(), now(), now()
        from (select 210 as project, n from generate_series(1, 20000) n
               union all
              select 1000 + n, 20000 + n from generate_series(1, 20000) n) t;
      insert into wallet (project_id, number, customer_id, opened_at)
      select project_id, operation_id::text, 'c' || operation_id, now() from payment;
      insert into balance (project_id, account, currency, amount, entries)
      select project_id, 'wallet:' || operation_id, 'IDR', 100, 1 from payment;
      insert into refund
             (project_id, operation_id, sale_id, kind, amount, currency, request_id, comment, state,
              code, providers_id, opened_at, changed_at)
      select project_id, 100000 + operation_id, operation_id, 1, 1, 'IDR', 'r', '', 5, 0, '', now(),
             now()
        from payment;
      insert into outbox (project_id, operation_id, effect, attempts, due_at)
      select project_id, operation_id, 1, 1, now() + interval '1 hour' from payment;
      """;

  private static final String ANALYSED = SKEWED + "analyze";

  /** All but the last rows of the queues leave, and the tables are vacuumed. */
  private static final List<String> LULL =
      List.of(
          """
          insert into unnumbered (project_id, written_at, part, operation_id, effect)
          select project_id, now(), 0, operation_id, 1 from payment;
          insert into webhook (project_id, operation_id, effect, url, body, created_at)
          select project_id, operation_id, effect, '', '', now() from outbox;
          insert into event (project_id, seq, operation_id, effect, numbered_at)
          select project_id, operation_id, operation_id, 1, now() from payment;
          delete from outbox where operation_id < 40000;
          delete from unnumbered where operation_id < 40000;
          delete from event where operation_id < 40000
          """,
          "vacuum (analyze, truncate off) outbox",
          "vacuum (analyze, truncate off) unnumbered",
          "vacuum (analyze, truncate off) event",
          "analyze webhook");

  private static final Map<String, String> QUEUES =
      Map.of(
          "save", SaveSql.WITH_REFUNDS,
          "claim", PgOutbox.CLAIM,
          "settle", PgOutbox.SETTLE,
          "number", Numbering.NUMBER,
          "forget", Numbering.FORGET);

  Postgres server() {
    return Postgres.EMBEDDED;
  }

  private static Map<String, String> statements() {
    var all = new LinkedHashMap<String, String>();
    all.put("add", AddPayments.SQL);
    all.put("save", SaveSql.WITH_REFUNDS);
    all.put("save without refunds", SaveSql.WITHOUT_REFUNDS);
    all.put("confirm", ConfirmLinks.SQL);
    all.put("load", PgPayments.LOAD);
    all.put("find", FindPayments.SQL);
    all.put("sale of a refund", PgPayments.OF_REFUND);
    all.put("refunds", PaymentReader.REFUNDS);
    all.put("raise next", PgRaising.NEXT);
    all.put("bring forward", PgRaising.BRING_FORWARD);
    all.put("balances", PgPayments.BALANCES);
    all.put("changes", PgChanges.SINCE);
    all.put("settle", PgOutbox.SETTLE);
    all.put("wallet by number", PgWallets.BY_NUMBER);
    all.put("wallet by customer", PgWallets.BY_CUSTOMER);
    all.put("wallet's balances", PgWallets.BALANCES);
    all.put("wallet's history", PgWallets.HISTORY);
    return all;
  }

  /** PostgreSQL 15 errs on empty tables, until it has looked at them, a minute after they grow. */
  @Test
  void whatIsPlannedOnEmptyTablesLooksItsRowsUp() throws SQLException {
    assumeThat(server()).isEqualTo(Postgres.EMBEDDED);
    var options = server().freshDatabase();
    try (var gateway = gateway(options)) {
      for (var name : STATEMENTS.keySet()) check(gateway, name);
    }
  }

  /** As in the first minute of a new database, before PostgreSQL has looked at its tables. */
  @Test
  void whatIsPlannedOnTablesThatNobodyAnalysedLooksItsRowsUp() throws SQLException {
    assumeThat(server()).isEqualTo(Postgres.EMBEDDED);
    var options = server().freshDatabase();
    server().run(options.database(), SKEWED);
    try (var gateway = gateway(options)) {
      for (var name : STATEMENTS.keySet()) check(gateway, name);
    }
  }

  @Test
  void whatIsPlannedForAnAverageTenantDoesNotReadALargeOneWhole() throws SQLException {
    var options = server().freshDatabase();
    server().run(options.database(), ANALYSED);
    try (var gateway = gateway(options)) {
      for (var name : STATEMENTS.keySet()) check(gateway, name);
    }
  }

  /**
   * A queue that was long and is empty: its table keeps its pages, and PostgreSQL notes no rows.
   */
  @Test
  void whatIsPlannedInALullLooksItsRowsUpWhenTheQueueIsLong() throws SQLException {
    var options = server().freshDatabase();
    server().run(options.database(), ANALYSED);
    for (var lull : LULL) server().run(options.database(), lull);
    try (var gateway = gateway(options)) {
      for (var queue : QUEUES.entrySet()) {
        assertThat(compared(plan(gateway, queue.getValue())))
            .as(queue.getKey())
            .isNotEmpty()
            .noneMatch(filter -> ROW_BY_ROW.matcher(filter).find());
      }
    }
  }

  /** Of all duties only those to give back are read. */
  @Test
  void whatIsInDoubtIsFoundAmongAllDuties() throws SQLException {
    var options = server().freshDatabase();
    server().run(options.database(), ANALYSED);
    try (var gateway = gateway(options)) {
      assertThat(scans(plan(gateway, PgGauges.REFUNDS)))
          .extracting(scan -> scan.getString("Index Name"))
          .containsExactly("outbox_refund", "refund_key");
    }
  }

  /** No table is read whole, and no index by the tenant alone. */
  private static void check(Connection gateway, String name) throws SQLException {
    var plan = plan(gateway, STATEMENTS.get(name));
    for (var scan : scans(plan)) {
      var columns = COLUMN.matcher(scan.getString("Index Cond", ""));
      var selective =
          columns.results().map(found -> found.group(1)).anyMatch(c -> !c.equals("project_id"));
      assertThat(selective).as("%s: %s", name, scan.encode()).isTrue();
    }
  }

  /** What its nested loops compare of every row of the one side with every row of the other. */
  private static List<String> compared(JsonObject plan) {
    return nodes(plan, type -> type.equals("Nested Loop")).stream()
        .map(loop -> loop.getString("Join Filter", ""))
        .toList();
  }

  private static List<JsonObject> scans(JsonObject plan) {
    return nodes(plan, type -> type.contains("Index") || type.equals("Seq Scan"));
  }

  private static List<JsonObject> nodes(JsonObject node, Predicate<String> types) {
    var found = new ArrayList<JsonObject>();
    if (types.test(node.getString("Node Type"))) found.add(node);
    for (var child : node.getJsonArray("Plans", new JsonArray())) {
      found.addAll(nodes((JsonObject) child, types));
    }
    return found;
  }

  private static JsonObject plan(Connection gateway, String sql) throws SQLException {
    var count =
        PARAMETER
            .matcher(sql)
            .results()
            .mapToInt(m -> Integer.parseInt(m.group(1)))
            .max()
            .orElse(0);
    var nulls = String.join(", ", Collections.nCopies(count, "null"));
    try (var statement = gateway.createStatement()) {
      statement.execute("prepare it as " + sql);
      try (var rows = statement.executeQuery("explain (format json) execute it(" + nulls + ")")) {
        rows.next();
        return new JsonArray(rows.getString(1)).getJsonObject(0).getJsonObject("Plan");
      } finally {
        statement.execute("deallocate it");
      }
    }
  }

  /** As the gateway's own connections are. */
  private static Connection gateway(DatabaseOptions options) throws SQLException {
    var url = "jdbc:postgresql://localhost:%d/%s".formatted(options.port(), options.database());
    var gateway = DriverManager.getConnection(url, options.user(), options.password().reveal());
    try (var statement = gateway.createStatement()) {
      for (var setting : Connections.session(60_000).entrySet()) {
        statement.execute("set %s = '%s'".formatted(setting.getKey(), setting.getValue()));
      }
    }
    return gateway;
  }
}
