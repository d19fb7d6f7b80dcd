package tollgate.load.ground;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills the database with copies of one real payment: each column that says which payment it is gets
 * its own value, every other one is copied, so rows have their real sizes whatever the tables are. All
 * invariants hold of the copies. Their webhooks count as delivered.
 */
public final class Bulk {

  /** Ids as a node would reserve them; wallets by their turn. */
  private static final String BEGIN =
      """
      begin;
      set local synchronous_commit = off;
      create temp table bulk on commit drop as
      select operation_id as template, 0::bigint as first, %2$d::bigint as count,
             date_trunc('second', now()) + interval '%3$d s' as ahead
        from payment
       where project_id = 210 and payment_id = '%1$s';
      with reserved as (
          update id_block set next_id = next_id + %2$d + 1 where name = 'operation'
          returning next_id)
      update bulk set first = reserved.next_id - %2$d - 1 from reserved;
      create temp table turn (i bigint, number text) on commit drop;
      insert into turn values %4$s;
      """;

  private static final String COPY =
      """
      insert into %1$s (%2$s)
      select %3$s
        from bulk b
        join %1$s t on t.project_id = 210 and t.operation_id = b.template
       cross join generate_series(1, b.count) n
        join turn w on w.i = (n - 1) %% %4$d;
      """;

  /** What was told is numbered for its project without a gap. */
  private static final String EVENTS =
      """
      create temp table told on commit drop as
      select effect, row_number() over (order by seq) as part, count(*) over () as each
        from event
        join bulk on operation_id = template
       where project_id = 210;
      with head as (
          update event_head
             set last_seq = last_seq + (select count(*) from told) * (select count from bulk)
           where project_id = 210
          returning last_seq - (select count(*) from told) * (select count from bulk) as before)
      insert into event (project_id, seq, operation_id, effect, numbered_at)
      select 210, h.before + (n - 1) * e.each + e.part, b.first + n, e.effect, now()
        from bulk b
       cross join head h
       cross join told e
       cross join generate_series(1, b.count) n;
      """;

  private static final String BALANCES =
      """
      insert into balance (project_id, account, currency, amount, entries)
      select p.project_id, p.credit, p.currency, max(p.balance_after), max(p.entry)
        from posting p
        join bulk b on p.operation_id > b.first and p.operation_id <= b.first + b.count
       where p.project_id = 210
       group by p.project_id, p.credit, p.currency;
      """;

  private final Psql psql;

  public Bulk(Psql psql) {
    this.psql = psql;
  }

  /**
   * Copies of a payment that waits for its customer, with one limit for all so many seconds ahead.
   * Their ids are prefix-1 and so on.
   */
  public void waiting(String template, String prefix, int count, int secondsAhead)
      throws IOException {
    var own = own(prefix);
    own.put("limit_at", "b.ahead");
    own.put("due_at", "b.ahead");
    var nobody = List.of("");
    psql.run(
        begin(template, count, secondsAhead, nobody)
            + copy("payment", own, nobody)
            + copy("webhook", own, nobody)
            + EVENTS
            + "commit");
  }

  /** Copies of a payment that was credited, by turns to wallets that have no entries yet. */
  public void credited(String template, String prefix, int count, List<String> wallets)
      throws IOException {
    var entry = "((n - 1) / " + wallets.size() + " + 1)";
    var own = own(prefix);
    own.put("wallet", "w.number");
    own.put("credit", "'wallet:' || w.number");
    own.put("entry", entry);
    own.put("balance_after", entry + " * t.amount");
    var script = new StringBuilder(begin(template, count, 0, wallets));
    for (var table : List.of("payment", "posting", "callback", "webhook", "completion")) {
      script.append(copy(table, own, wallets));
    }
    psql.run(script + EVENTS + BALANCES + "commit");
  }

  private static Map<String, String> own(String prefix) {
    var own = new LinkedHashMap<String, String>();
    own.put("operation_id", "b.first + n");
    own.put("payment_id", "'" + prefix + "-' || n");
    own.put("providers_id", "case when t.providers_id = '' then '' else '" + prefix + "' || n end");
    return own;
  }

  private static String begin(String template, int count, int ahead, List<String> wallets) {
    var turns =
        IntStream.range(0, wallets.size())
            .mapToObj(i -> "(" + i + ",'" + wallets.get(i) + "')")
            .collect(Collectors.joining(","));
    return BEGIN.formatted(template, count, ahead, turns);
  }

  /** One table's rows of the template, so many times. */
  private String copy(String table, Map<String, String> own, List<String> wallets)
      throws IOException {
    var columns =
        psql.run(
                "select column_name from information_schema.columns where table_schema = 'public'"
                    + (" and table_name = '" + table + "' and is_generated = 'NEVER'"))
            .strip()
            .lines()
            .toList();
    var values =
        columns.stream()
            .map(column -> own.getOrDefault(column, "t." + column))
            .collect(Collectors.joining(", "));
    return COPY.formatted(table, String.join(", ", columns), values, wallets.size());
  }

  /** As after a night: the planner knows the rows, and what was written is on the disk. */
  public void settle() throws IOException {
    psql.run("vacuum (analyze)");
    psql.run("checkpoint");
  }
}
