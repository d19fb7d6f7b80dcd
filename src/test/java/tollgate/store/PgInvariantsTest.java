package tollgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.engine.Gauges;
import tollgate.engine.Invariants.Finding;
import tollgate.support.Postgres;

/** Every invariant holds over a sound book, and each is seen to break. */
class PgInvariantsTest {

  /** A success, a decline and a late success, one payment still open, one not due. */
  private static final String SOUND =
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
      insert into webhook (project_id, operation_id, effect, url, body, created_at)
      values (210, 9, 4, 'http://x', '{}', now());
      insert into webhook (project_id, operation_id, effect, url, body, created_at)
      select project_id, operation_id, 4, 'http://x',
             convert_to('{"payment":{"status":"' || case when state = 5 then 'success'
                 else 'decline' end || '"}}', 'UTF8'), now()
        from payment where state >= 5;
      insert into outbox (project_id, operation_id, effect, attempts, due_at)
      values (210, 3, 4, 1, now() + interval '15 s'), (210, 4, 4, 9, 'infinity');
      """;

  private static Vertx vertx;
  private static DatabaseOptions shared;
  private static PgStores stores;

  @BeforeAll
  static void start() throws Exception {
    vertx = Vertx.vertx();
    shared = Postgres.fresh();
    stores = open(shared);
  }

  @AfterAll
  static void stop() throws Exception {
    stores.close().await(10, TimeUnit.SECONDS);
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void holdOverASoundBook() throws Exception {
    assertThat(broken(SOUND)).isEmpty();
  }

  @Test
  void holdOverAnEmptyBook() throws Exception {
    assertThat(broken("select 1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I1 | constraint posting_positive is missing | alter table posting drop constraint posting_positive
          I2 | MYR                          | update balance set amount = amount + 1 where account = 'merchant'
          I3 | 210/merchant/MYR             | update balance set amount = amount + 1 where account = 'merchant'
          I3 | 210/merchant/MYR             | update balance set entries = 2 where account = 'merchant'
          I3 | 210/wallet:000000000018/MYR  | delete from balance where account like 'wallet%'
          I3 | 210/merchant/IDR             | insert into balance values (210, 'merchant', 'IDR', 1, 0)
          I4 | 210/merchant/MYR             | alter table balance drop constraint balance_not_negative; update balance set amount = -1 where account = 'merchant'
          I5 | 210/2                        | delete from posting where operation_id = 2
          I5 | 210/3                        | insert into posting values (210, 3, 1, 'clearing:1', 'merchant', 500, 'MYR', now(), 2, 1000)
          I5 | 210/1                        | update posting set amount = 499 where operation_id = 1
          I5 | 210/1                        | update posting set credit = 'merchant', entry = 2 where operation_id = 1
          I5 | 210/4                        | update posting set amount = 499 where operation_id = 4
          I5 | gateway 1 payment t1         | update payment set providers_id = 't1' where operation_id = 2
          I6 | 210/1                        | update webhook set body = convert_to('{"payment":{"status":"decline"}}', 'UTF8') where operation_id = 1
          I6 | 210/3                        | update payment set state = 3, due_at = now() where operation_id = 3
          I7 | 210/5                        | update payment set limit_at = now() - interval '3 s' where operation_id = 5
          I8 | 210/3                        | delete from webhook where operation_id = 3
          I8 | 210/3                        | update payment set details = '{"off":true}' where operation_id = 3
          I7 | 210/6                        | update payment set state = 1, limit_at = now() - interval '3 s' where operation_id = 6
          I8 | 210/9                        | delete from webhook where operation_id = 9
          I8 | 210/10                       | insert into webhook values (210, 10, 4, 'http://x', '{}', now())
          I13 | 210/6                       | delete from posting where operation_id = 6
          I13 | 210/7                       | delete from posting where operation_id = 7 and kind = 4
          I13 | 210/6                       | insert into posting values (210, 6, 5, 'reserved', 'merchant', 100, 'MYR', now(), 5, 100)
          I13 | 210/9                       | update posting set kind = 5 where operation_id = 9 and kind = 4
          I13 | 210/10                      | update refund set state = 6 where operation_id = 10
          I13 | 210/2                       | update refund set amount = 441 where operation_id = 10
          I13 | 210/2                       | update payment set state = 3, due_at = now() where operation_id = 2
          I9 | 210/3/4                      | update outbox set due_at = now() - interval '61 s' where operation_id = 3
          """)
  void namesWhatBreaksIt(String invariant, String id, String sql) throws Exception {
    assertThat(broken(SOUND + sql))
        .anySatisfy(finding -> {
          assertThat(finding.id()).isEqualTo(invariant);
          assertThat(finding.offending()).contains(id);
        });
  }

  @Test
  void gaugesCount() throws Exception {
    var due = "update outbox set due_at = now() - interval '7 s' where operation_id = 3;";
    var doubt = "update payment set state = 2 where operation_id = 5;";
    var gauges = over(SOUND + due + doubt);

    assertThat(gauges.backlog().payments()).isEqualTo(new Gauges.Undecided(2, 1, 0));
    assertThat(gauges.backlog().duties().due()).isEqualTo(1);
    assertThat(gauges.backlog().duties().oldestDueMillis()).isBetween(7000L, 17_000L);
    assertThat(gauges.backlog().duties().exhausted()).isEqualTo(1);
    assertThat(gauges.book().imbalance()).containsExactly(entry("MYR", 0L));
    assertThat(gauges.book().suspense()).containsEntry("MYR", 500L);
    assertThat(gauges.book().drifting()).isZero();
    assertThat(gauges.book().duplicateCredits()).isZero();
  }

  @Test
  void gaugesSeeWhatIsWrong() throws Exception {
    var book =
        over(SOUND
                + "update balance set amount = amount - 1 where account = 'merchant';"
                + "update payment set providers_id = 't1' where operation_id = 2")
            .book();

    assertThat(book.imbalance()).containsEntry("MYR", -1L);
    assertThat(book.drifting()).isEqualTo(1);
    assertThat(book.duplicateCredits()).isEqualTo(1);
  }

  private record Counts(Gauges.Backlog backlog, Gauges.Book book) {}

  private static Counts over(String sql) throws Exception {
    fill(shared, sql);
    return new Counts(
        stores.gauges().backlog().await(20, TimeUnit.SECONDS),
        stores.gauges().book().await(20, TimeUnit.SECONDS));
  }

  private static List<Finding> broken(String sql) throws Exception {
    if (!sql.contains("alter table")) {
      fill(shared, sql);
      return broken(stores);
    }
    var own = Postgres.fresh();
    fill(own, sql);
    var ownStores = open(own);
    try {
      return broken(ownStores);
    } finally {
      ownStores.close().await(10, TimeUnit.SECONDS);
    }
  }

  private static List<Finding> broken(PgStores stores) throws Exception {
    var findings = stores.invariants().check().await(20, TimeUnit.SECONDS);
    assertThat(findings).hasSize(Invariant.values().length);
    return findings.stream().filter(finding -> !finding.holds()).toList();
  }

  private static void fill(DatabaseOptions options, String sql) {
    Postgres.execute(
        options.database(), "truncate payment, refund, posting, balance, webhook, outbox;" + sql);
  }

  private static PgStores open(DatabaseOptions options) throws Exception {
    return PgStores.open(vertx, options, InstantSource.system()).await(20, TimeUnit.SECONDS);
  }
}
