package tollgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.store.Audited.SOUND;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.engine.Gauges;
import tollgate.engine.Invariants.Finding;
import tollgate.support.Postgres;

/** Every invariant holds over a sound book, and each is seen to break. */
class PgInvariantsTest {

  /** Which invariant, what is named, and what breaks it. */
  private static final String BREAKS =
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
      I13 | 210/2                       | update payment set refunds = 1 where operation_id = 2
      I13 | 210/1                       | update payment set refunds = 1 where operation_id = 1
      I13 | 210/2                       | delete from posting where operation_id = 10; delete from refund where operation_id = 10
      I13 | 210/2                       | update payment set state = 3, due_at = now() where operation_id = 2
      I5 | 210/11                       | delete from posting where operation_id = 11 and kind = 7
      I5 | 210/11                       | update posting set debit = 'clearing:1' where operation_id = 11 and kind = 7
      I5 | 210/4                        | update payment set state = 9 where operation_id = 4
      I8 | 210/11                       | delete from webhook where operation_id = 11 and effect = 7
      I8 | 210/4                        | insert into webhook values (210, 4, 7, 'http://x', '{}', now())
      I13 | 210/12                      | update refund set amount = 501 where operation_id = 13
      I13 | 210/12                      | update payment set state = 9 where operation_id = 12
      I5 | 210/14                       | delete from posting where operation_id = 14 and kind = 8
      I5 | 210/14                       | update posting set amount = 11 where operation_id = 14 and kind = 8
      I5 | 210/14                       | update posting set debit = 'owed' where operation_id = 14 and kind = 8
      I5 | 210/14                       | update payment set deal = null where operation_id = 14
      I5 | 210/15                       | update posting set debit = 'clearing:1' where operation_id = 15 and kind = 8
      I5 | 210/1                        | insert into posting values (210, 1, 8, 'clearing:1', 'fees', 5, 'MYR', now())
      I13 | 210/14                      | update refund set amount = 491 where operation_id = 16
      I5 | 210/17                       | delete from posting where operation_id = 17 and kind = 9
      I5 | 210/17                       | update posting set amount = 470 where operation_id = 17 and kind = 9
      I5 | 210/17                       | update posting set debit = 'clearing:1' where operation_id = 17 and kind = 1
      I13 | 210/18                      | delete from posting where operation_id = 18 and kind = 9
      I13 | 210/17                      | update refund set charged = 472 where operation_id = 18
      I5 | 210/19                       | delete from posting where operation_id = 19 and kind = 8
      I13 | 210/19                      | update posting set amount = 105 where operation_id = 19 and kind = 4
      I9 | 210/3/4                      | update outbox set due_at = now() - interval '61 s' where operation_id = 3
      I3 | 210/merchant/MYR             | update posting set debit_balance_after = 399 where operation_id = 6
      I3 | 210/merchant/MYR             | update posting set debit_entry = 7 where operation_id = 10
      I3 | 210/merchant/MYR             | update posting set debit_entry = null where operation_id = 9
      I3 | 210/merchant/MYR             | delete from posting where operation_id = 7 and kind = 3
      I3 | 210/merchant/MYR             | update posting set entry = 3 where operation_id = 2
      I3 | 210/merchant/MYR             | update balance set amount = 240, entries = 4 where account = 'merchant'
      """;

  /** All that was proven is closed; so many pages are before it in the line, so many behind it. */
  private static String grownOld(int before, int behind) {
    return """
    update id_block set next_id = %3$d * %2$d + 1 where name = 'operation';
    update audit_page set settled = true;
    insert into audit_page (page, proven_at, settled)
    select n, now() + case when n <= %1$d then -1 else 1 end * interval '1 hour', true
      from generate_series(1, %2$d) n;
    """
        .formatted(before, before + behind, AuditPages.PAGE);
  }

  @AfterAll
  static void stop() {
    Audited.stop(Postgres.EMBEDDED);
  }

  @Test
  void holdOverASoundBook() {
    try (var book = new Audited(Postgres.EMBEDDED, SOUND)) {
      assertThat(book.round()).isEmpty();
      assertThat(book.whole()).isEmpty();
    }
  }

  @Test
  void holdOverAnEmptyBook() {
    try (var book = new Audited(Postgres.EMBEDDED, "select 1")) {
      assertThat(book.round()).isEmpty();
      assertThat(book.whole()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = BREAKS)
  void oneRoundNamesWhatBreaksNewRows(String invariant, String id, String sql) {
    try (var book = new Audited(Postgres.EMBEDDED, SOUND + sql)) {
      assertNames(book.round(), invariant, id);
    }
  }

  /** Four pages are older than the broken one, and a round reads two: it is the third pair's. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = BREAKS)
  void someRoundsNameWhatBreaksOldRows(String invariant, String id, String sql) {
    try (var book = new Audited(Postgres.EMBEDDED, SOUND)) {
      assertThat(book.whole()).isEmpty();
      book.run(grownOld(4, 16) + sql);
      var found = new ArrayList<Finding>();
      for (int round = 1; round <= 3; round++) found.addAll(book.round());

      assertNames(found, invariant, id);
      assertNames(book.round(), invariant, id);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = BREAKS)
  void theWholeProofNamesWhatBreaksOldRows(String invariant, String id, String sql) {
    try (var book = new Audited(Postgres.EMBEDDED, SOUND)) {
      assertThat(book.whole()).isEmpty();
      book.run(grownOld(1, 1) + sql);

      assertNames(book.whole(), invariant, id);
    }
  }

  @Test
  void whatIsHealedIsNamedNoMore() {
    try (var book = new Audited(Postgres.EMBEDDED, SOUND)) {
      book.run("update balance set amount = amount + 1 where account = 'merchant'");
      assertNames(book.round(), "I3", "210/merchant/MYR");
      assertNames(book.round(), "I3", "210/merchant/MYR");

      book.run("update balance set amount = amount - 1 where account = 'merchant'");
      assertThat(book.round()).isEmpty();
      assertThat(await(book.gauges().book()).imbalance()).containsEntry("MYR", 0L);
    }
  }

  @Test
  void theTurnOfTheBalancesComesToItsEndAndBeginsAgain() {
    var many =
        """
        insert into balance (project_id, account, currency, amount, entries)
        select 210, 'wallet:' || lpad(n::text, 12, '0'), 'IDR', 0, 0
          from generate_series(1, 12000) n;
        update balance set amount = 7 where account = 'wallet:000000011999' and currency = 'IDR'
        """;
    try (var book = new Audited(Postgres.EMBEDDED, SOUND + many)) {
      assertThat(book.round()).isEmpty();
      assertThat(book.round()).isEmpty();
      assertNames(book.round(), "I3", "210/wallet:000000011999/IDR");
      book.run("update balance set amount = 8 where account = 'wallet:000000000005'");
      assertNames(book.round(), "I3", "210/wallet:000000000005/IDR");
      assertNames(book.whole(), "I3", "210/wallet:000000000005/IDR");
    }
  }

  @Test
  void aRoundIsBoundedAndSaysHowFarItCame() {
    try (var book = new Audited(Postgres.EMBEDDED, SOUND)) {
      book.run("update id_block set next_id = 1000001 where name = 'operation'");
      var first = book.report().proven();
      assertThat(first.operationsBelow()).isEqualTo(1_000_001);
      assertThat(first.pages()).isEqualTo(101);
      assertThat(first.unread()).isEqualTo(101 - 8);
      assertThat(first.wholeAt()).isNull();

      var whole = book.wholeReport().proven();
      assertThat(whole.unread()).isZero();
      assertThat(whole.wholeAt()).isNotNull();
      assertThat(whole.since()).isAfterOrEqualTo(first.since());
    }
  }

  @Test
  void gaugesCount() {
    var due = "update outbox set due_at = now() - interval '7 s' where operation_id = 3;";
    var doubt = "update payment set state = 2 where operation_id = 5;";
    var gauges = over(SOUND + due + doubt);

    assertThat(gauges.backlog().payments()).isEqualTo(new Gauges.Undecided(2, 1, 0));
    assertThat(gauges.backlog().duties().due()).isEqualTo(1);
    assertThat(gauges.backlog().duties().oldestDueMillis()).isBetween(7000L, 17_000L);
    assertThat(gauges.backlog().duties().exhausted()).isEqualTo(1);
    assertThat(gauges.book().imbalance()).containsEntry("MYR", 0L);
    assertThat(gauges.book().suspense()).containsEntry("MYR", 500L);
    assertThat(gauges.book().drifting()).isZero();
    assertThat(gauges.book().duplicateCredits()).isZero();
  }

  @Test
  void gaugesSeeWhatIsWrong() {
    var book =
        over(SOUND
                + "update balance set amount = amount - 1 where account = 'merchant';"
                + "update payment set providers_id = 't1' where operation_id = 2")
            .book();

    assertThat(book.imbalance()).containsEntry("MYR", -1L);
    assertThat(book.drifting()).isEqualTo(1);
    assertThat(book.duplicateCredits()).isEqualTo(1);
  }

  private static void assertNames(List<Finding> broken, String invariant, String id) {
    assertThat(broken)
        .anySatisfy(finding -> {
          assertThat(finding.id()).isEqualTo(invariant);
          assertThat(finding.offending()).contains(id);
        });
  }

  private record Counts(Gauges.Backlog backlog, Gauges.Book book) {}

  private static Counts over(String sql) {
    try (var book = new Audited(Postgres.EMBEDDED, sql)) {
      book.round();
      return new Counts(
          await(book.gauges().backlog(Duration.ofHours(1))), await(book.gauges().book()));
    }
  }
}
