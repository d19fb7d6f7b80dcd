package tollgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tollgate.engine.Gauges;
import tollgate.engine.Invariants.Finding;
import tollgate.engine.Invariants.Report;
import tollgate.support.Postgres;

/** A book and who audits it: a database of its own when its constraints are touched later. */
final class Audited implements AutoCloseable {

  /** Sales in all ways to end, one still open; payouts and refunds done, refused and open. */
  static final String SOUND =
      """
      insert into payment (project_id, operation_id, payment_id, request_id, customer_id, method,
          gateway_id, amount, currency, wallet, base_seconds, limit_seconds, details, state, code,
          providers_id, late_amount, late_currency, asks, version, opened_at, changed_at, limit_at,
          due_at)
      select 210, v.operation, 'p' || v.operation, 'r', 'c', 'touchngo', 1, 500, 'MYR', v.wallet, 30,
             1800, '{"off":false}', v.state, v.code, 't' || v.operation, v.late,
             case when v.late is not null then 'MYR' end, 0, 1, now(), now(),
             now() + interval '30 min', case when v.state <= 4 then now() + interval '30 s' end
        from (values (1, '000000000018', 5, 0, null::bigint), (2, null, 5, 0, null),
                     (3, null, 6, 603, null), (4, null, 8, 603, 500), (5, null, 3, 9999, null))
             as v(operation, wallet, state, code, late);
      insert into posting (project_id, operation_id, kind, debit, credit, amount, currency, posted_at,
          entry, balance_after)
      values (210, 1, 1, 'clearing:1', 'wallet:000000000018', 500, 'MYR', now(), 1, 500),
             (210, 2, 1, 'clearing:1', 'merchant', 500, 'MYR', now(), 1, 500),
             (210, 4, 2, 'clearing:1', 'suspense', 500, 'MYR', now(), null, null);
      insert into balance (project_id, account, currency, amount, entries)
      values (210, 'wallet:000000000018', 'MYR', 500, 1), (210, 'merchant', 'MYR', 500, 1);
      insert into payment (project_id, operation_id, payment_id, request_id, customer_id, method,
          gateway_id, amount, currency, base_seconds, limit_seconds, details, state, code,
          providers_id, asks, version, opened_at, changed_at, limit_at, due_at, kind, account)
      select 210, v.operation, 'p' || v.operation, 'r', 'c', 'touchngo', 1, 100, 'MYR', 30,
             1800, '{"off":false}', v.state, v.code, 't' || v.operation, 0, 1, now(), now(),
             now() - interval '30 min', case when v.state <= 4 then now() + interval '30 s' end,
             2, '0123'
        from (values (6, 4, 19999), (7, 5, 0), (8, 6, 603)) as v(operation, state, code);
      insert into refund (project_id, operation_id, sale_id, kind, amount, currency, request_id,
          comment, state, code, providers_id, opened_at, changed_at)
      values (210, 9, 2, 1, 60, 'MYR', 'r', '', 5, 0, '', now(), now()),
             (210, 10, 2, 1, 40, 'MYR', 'r', '', 1, 9999, '', now(), now());
      insert into posting (project_id, operation_id, kind, debit, credit, amount, currency, posted_at,
          debit_entry, debit_balance_after)
      values (210, 6, 3, 'merchant', 'reserved', 100, 'MYR', now(), 2, 400),
             (210, 7, 3, 'merchant', 'reserved', 100, 'MYR', now(), 3, 300),
             (210, 7, 4, 'reserved', 'clearing:1', 100, 'MYR', now(), null, null),
             (210, 9, 3, 'merchant', 'reserved', 60, 'MYR', now(), 4, 240),
             (210, 9, 4, 'reserved', 'clearing:1', 60, 'MYR', now(), null, null),
             (210, 10, 3, 'merchant', 'reserved', 40, 'MYR', now(), 5, 200);
      update balance set amount = 200, entries = 5 where account = 'merchant';
      insert into payment (project_id, operation_id, payment_id, request_id, customer_id, method,
          gateway_id, amount, currency, wallet, base_seconds, limit_seconds, details, state, code,
          providers_id, late_amount, late_currency, asks, version, opened_at, changed_at, limit_at)
      select 210, v.operation, 'p' || v.operation, 'r', 'c', 'touchngo', 1, 500, 'MYR', v.wallet, 30,
             1800, '{"off":false}', v.state, 603, 't' || v.operation, 500, 'MYR', 0, 1, now(), now(),
             now() + interval '30 min'
        from (values (11, '000000000026', 9), (12, null, 8)) as v(operation, wallet, state);
      insert into refund (project_id, operation_id, sale_id, kind, amount, currency, request_id,
          comment, state, code, providers_id, opened_at, changed_at)
      values (210, 13, 12, 1, 500, 'MYR', 'r', '', 1, 9999, '', now(), now());
      insert into posting (project_id, operation_id, kind, debit, credit, amount, currency, posted_at,
          entry, balance_after)
      values (210, 11, 2, 'clearing:1', 'suspense', 500, 'MYR', now(), null, null),
             (210, 11, 7, 'suspense', 'wallet:000000000026', 500, 'MYR', now(), 1, 500),
             (210, 12, 2, 'clearing:1', 'suspense', 500, 'MYR', now(), null, null),
             (210, 13, 3, 'suspense', 'reserved', 500, 'MYR', now(), null, null);
      insert into balance (project_id, account, currency, amount, entries)
      values (210, 'wallet:000000000026', 'MYR', 500, 1);
      insert into payment (project_id, operation_id, payment_id, request_id, customer_id, method,
          gateway_id, amount, currency, wallet, base_seconds, limit_seconds, details, deal, state,
          code, providers_id, asks, version, opened_at, changed_at, limit_at)
      select 210, v.operation, 'p' || v.operation, 'r', 'c', 'touchngo', 1, 500, 'MYR',
             '000000000034', 30, 1800, '{"off":false}',
             '{"late":"hold","commission":{"paid":500,' || v.commission || '}}', 5, 0,
             't' || v.operation, 0, 1, now(), now(), now() + interval '30 min'
        from (values (14, '"arrives":490,"fee":10,"owed":0'),
                     (15, '"arrives":500,"fee":10,"owed":10')) as v(operation, commission);
      insert into refund (project_id, operation_id, sale_id, kind, amount, currency, request_id,
          comment, state, code, providers_id, opened_at, changed_at)
      values (210, 16, 14, 1, 100, 'MYR', 'r', '', 1, 9999, '', now(), now());
      insert into posting (project_id, operation_id, kind, debit, credit, amount, currency, posted_at,
          entry, balance_after, debit_entry, debit_balance_after)
      values (210, 14, 1, 'clearing:1', 'wallet:000000000034', 490, 'MYR', now(), 1, 490, null, null),
             (210, 14, 8, 'clearing:1', 'fees', 10, 'MYR', now(), null, null, null, null),
             (210, 15, 1, 'clearing:1', 'wallet:000000000034', 500, 'MYR', now(), 2, 990, null, null),
             (210, 15, 8, 'owed', 'fees', 10, 'MYR', now(), null, null, null, null),
             (210, 16, 3, 'wallet:000000000034', 'reserved', 100, 'MYR', now(), null, null, 3, 890);
      insert into balance (project_id, account, currency, amount, entries)
      values (210, 'wallet:000000000034', 'MYR', 890, 3);
      insert into payment (project_id, operation_id, payment_id, request_id, customer_id, method,
          gateway_id, amount, currency, base_seconds, limit_seconds, details, deal, state, code,
          providers_id, asks, version, opened_at, changed_at, limit_at, kind, account)
      values (210, 19, 'p19', 'r', 'c', 'touchngo', 1, 100, 'MYR', 30, 1800, '{"off":false}',
          '{"late":"hold","commission":{"paid":105,"arrives":100,"fee":5,"owed":0}}', 5, 0, 't19', 0,
          1, now(), now(), now(), 2, '0123');
      insert into posting (project_id, operation_id, kind, debit, credit, amount, currency, posted_at,
          debit_entry, debit_balance_after)
      values (210, 19, 3, 'merchant', 'reserved', 105, 'MYR', now(), 6, 95),
             (210, 19, 4, 'reserved', 'clearing:1', 100, 'MYR', now(), null, null),
             (210, 19, 8, 'reserved', 'fees', 5, 'MYR', now(), null, null);
      update balance set amount = 95, entries = 6 where account = 'merchant';
      insert into payment (project_id, operation_id, payment_id, request_id, customer_id, method,
          gateway_id, amount, currency, wallet, base_seconds, limit_seconds, details, deal, state,
          code, providers_id, asks, version, opened_at, changed_at, limit_at)
      values (210, 17, 'p17', 'r', 'c', 'touchngo', 1, 100, 'USD', '000000000042', 30, 1800,
          '{"off":false}',
          '{"late":"hold","exchange":{"rate":"4.71","charged":471,"currency":"MYR","step":1}}', 5, 0,
          't17', 0, 1, now(), now(), now() + interval '30 min');
      insert into refund (project_id, operation_id, sale_id, kind, amount, currency, request_id,
          comment, state, code, providers_id, opened_at, changed_at, charged, charged_currency)
      values (210, 18, 17, 1, 60, 'USD', 'r', '', 5, 0, '', now(), now(), 282, 'MYR');
      insert into posting (project_id, operation_id, kind, debit, credit, amount, currency, posted_at,
          entry, balance_after, debit_entry, debit_balance_after)
      values (210, 17, 9, 'clearing:1', 'exchange', 471, 'MYR', now(), null, null, null, null),
             (210, 17, 1, 'exchange', 'wallet:000000000042', 100, 'USD', now(), 1, 100, null, null),
             (210, 18, 3, 'wallet:000000000042', 'reserved', 60, 'USD', now(), null, null, 2, 40),
             (210, 18, 4, 'reserved', 'exchange', 60, 'USD', now(), null, null, null, null),
             (210, 18, 9, 'exchange', 'clearing:1', 282, 'MYR', now(), null, null, null, null);
      insert into balance (project_id, account, currency, amount, entries)
      values (210, 'wallet:000000000042', 'USD', 40, 2);
      insert into webhook (project_id, operation_id, effect, url, body, created_at)
      values (210, 18, 4, 'http://x', '{}', now()), (210, 9, 4, 'http://x', '{}', now()), (210, 11, 7, 'http://x', '{}', now());
      insert into webhook (project_id, operation_id, effect, url, body, created_at)
      select project_id, operation_id, 4, 'http://x',
             convert_to('{"payment":{"status":"' || case when state = 5 then 'success'
                 else 'decline' end || '"}}', 'UTF8'), now()
        from payment where state >= 5;
      update payment p
         set refunds = (select count(*) from refund r
                         where r.project_id = p.project_id and r.sale_id = p.operation_id);
      insert into outbox (project_id, operation_id, effect, attempts, due_at)
      values (210, 3, 4, 1, now() + interval '15 s'), (210, 4, 4, 9, 'infinity');
      """;

  private static final Vertx VERTX = Vertx.vertx();
  private static final Map<Postgres, Audited> SHARED = new EnumMap<>(Postgres.class);

  /** Rows are deleted: tables that are truncated are planned for anew on every connection. */
  private static final String EMPTY =
      """
      delete from audit_credit; delete from audit_mark; delete from audit_page; delete from outbox;
      delete from webhook; delete from balance; delete from posting; delete from refund;
      delete from payment;
      update id_block set next_id = 1 where name = 'operation';
      """;

  private final Postgres server;
  private DatabaseOptions database;
  private PgStores audited;

  private Audited(Postgres server) {
    this.server = server;
    database = server.freshDatabase();
    audited = open(database);
  }

  Audited(Postgres server, String sql) {
    var shared = SHARED.computeIfAbsent(server, Audited::new);
    this.server = server;
    database = shared.database;
    audited = shared.audited;
    if (sql.contains("alter table")) moveOut();
    server.run(database.database(), EMPTY + sql);
  }

  /** Constraints that are gone would be gone for all. */
  private void moveOut() {
    database = server.freshDatabase();
    audited = open(database);
  }

  private boolean isShared() {
    var shared = SHARED.get(server);
    return shared != null && shared.audited == audited;
  }

  void run(String sql) {
    if (sql.contains("alter table") && isShared()) {
      moveOut();
      server.run(database.database(), SOUND);
      assertThat(whole()).isEmpty();
    }
    server.run(database.database(), sql);
  }

  Gauges gauges() {
    return audited.gauges();
  }

  Report report() {
    return await(audited.invariants().check());
  }

  List<Finding> round() {
    return broken(report());
  }

  Report wholeReport() {
    return await(audited.invariants().whole());
  }

  List<Finding> whole() {
    return broken(wholeReport());
  }

  private static List<Finding> broken(Report report) {
    assertThat(report.findings()).hasSize(Invariant.values().length);
    return report.findings().stream().filter(finding -> !finding.holds()).toList();
  }

  @Override
  public void close() {
    if (!isShared()) await(audited.close());
  }

  /** After the last of a server's books. */
  static void stop(Postgres server) {
    var shared = SHARED.remove(server);
    if (shared != null) await(shared.audited.close());
  }

  private static PgStores open(DatabaseOptions options) {
    return await(PgStores.open(VERTX, options, InstantSource.system()));
  }
}
