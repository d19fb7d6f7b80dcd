package tollgate.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tollgate.engine.Invariants;

/**
 * Stored balances against the last entry of their account, be it a credit or a debit. Each is found
 * by an index, so an account costs the same whatever its history.
 */
final class Heads {

  /**
   * An account whose balance is not what its last entry left, or is below zero.
   *
   * @param difference what is stored less what the entries say, in minor units
   */
  record Drift(
      long project,
      String account,
      String currency,
      long amount,
      long difference,
      boolean counted) {

    String id() {
      return project + "/" + account + "/" + currency;
    }

    void tell(Findings findings) {
      if (amount < 0) findings.add(Invariant.I4, id());
      if (difference != 0) findings.add(Invariant.I2, currency);
      if (difference != 0 || !counted) findings.add(Invariant.I3, id());
    }
  }

  /** Accounts credited or debited on a page of operation ids. */
  private static final String ON_PAGE =
      """
      select project_id, credit as account, currency
        from posting
       where project_id = any($1) and operation_id >= $2 and operation_id < $3
         and (credit = 'merchant' or credit like 'wallet:%')
       union
      select project_id, debit, currency
        from posting
       where project_id = any($1) and operation_id >= $2 and operation_id < $3
         and (debit = 'merchant' or debit like 'wallet:%')
      """;

  private static final String IN_TURN =
      """
      select project_id, account, currency
        from balance
       where (project_id, account, currency) > ($1, $2, $3)
       order by project_id, account, currency
       limit $4
      """;

  private static final String KNOWN =
      "select * from unnest($1::int8[], $2::text[], $3::text[]) k(project_id, account, currency)";

  private static final String LAST_IN_TURN =
      """
      select project_id, account, currency, count(*) over ()
        from (%s) t
       order by project_id desc, account desc, currency desc
       limit 1
      """
          .formatted(IN_TURN);

  private static final String CURRENCIES_IN_TURN =
      "select distinct currency from (%s) t".formatted(IN_TURN);

  private Heads() {}

  private static String drifts(String accounts) {
    return """
    select a.project_id, a.account, a.currency, coalesce(b.amount, 0),
           coalesce(b.amount, 0) - coalesce(h.balance_after, 0),
           coalesce(b.entries, 0) = coalesce(h.entry, 0)
      from (%s) a
      left join balance b
        on b.project_id = a.project_id and b.account = a.account and b.currency = a.currency
      left join lateral (
             (select p.entry, p.balance_after
                from posting p
               where p.project_id = a.project_id and p.credit = a.account
                 and p.currency = a.currency and p.entry is not null
               order by p.entry desc
               limit 1)
              union all
             (select p.debit_entry, p.debit_balance_after
                from posting p
               where p.project_id = a.project_id and p.debit = a.account
                 and p.currency = a.currency and p.debit_entry is not null
               order by p.debit_entry desc
               limit 1)
              order by 1 desc
              limit 1) h on true
     where coalesce(b.amount, 0) <> coalesce(h.balance_after, 0)
        or coalesce(b.entries, 0) <> coalesce(h.entry, 0)
        or b.amount < 0
     limit %d
    """
        .formatted(accounts, Invariants.IDS_MAX);
  }

  private static final String DRIFTS_ON_PAGE = drifts(ON_PAGE);
  private static final String DRIFTS_IN_TURN = drifts(IN_TURN);
  private static final String DRIFTS_KNOWN = drifts(KNOWN);

  static Future<List<Drift>> onPage(SqlConnection connection, Tuple page) {
    return ask(connection, DRIFTS_ON_PAGE, page);
  }

  /** The next accounts after this one; {@link #last} is where the turn after begins. */
  static Future<List<Drift>> after(SqlConnection connection, Place place, int accountsMax) {
    return ask(connection, DRIFTS_IN_TURN, place.tuple(accountsMax));
  }

  /** Where the same accounts end; the start when there are no more after them. */
  static Future<Place> last(SqlConnection connection, Place place, int accountsMax) {
    return connection
        .preparedQuery(LAST_IN_TURN)
        .execute(place.tuple(accountsMax))
        .map(rows -> {
          for (var row : rows) {
            if (row.getLong(3) < accountsMax) break;
            return new Place(row.getLong(0), row.getString(1), row.getString(2));
          }
          return Place.START;
        });
  }

  /** The currencies of the same accounts. */
  static Future<Set<String>> currencies(SqlConnection connection, Place place, int accountsMax) {
    return connection
        .preparedQuery(CURRENCIES_IN_TURN)
        .execute(place.tuple(accountsMax))
        .map(rows -> {
          var currencies = new HashSet<String>();
          for (var row : rows) currencies.add(row.getString(0));
          return currencies;
        });
  }

  /** Those that were wrong the last time: whether they still are. */
  static Future<List<Drift>> again(SqlConnection connection, List<Drift> known) {
    var columns = new Columns<>(known);
    var parameters =
        Tuple.of(
            columns.longs(Drift::project),
            columns.texts(Drift::account),
            columns.texts(Drift::currency));
    return ask(connection, DRIFTS_KNOWN, parameters);
  }

  private static Future<List<Drift>> ask(SqlConnection connection, String sql, Tuple parameters) {
    return connection
        .preparedQuery(sql)
        .execute(parameters)
        .map(rows -> {
          var drifts = new ArrayList<Drift>();
          for (var row : rows) drifts.add(drift(row));
          return drifts;
        });
  }

  private static Drift drift(Row row) {
    return new Drift(
        row.getLong(0),
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getLong(4),
        row.getBoolean(5));
  }

  /** A place in the order of balances. */
  record Place(long project, String account, String currency) {

    static final Place START = new Place(Long.MIN_VALUE, "", "");

    boolean isStart() {
      return equals(START);
    }

    private Tuple tuple(int accountsMax) {
      return Tuple.of(project, account, currency, accountsMax);
    }
  }
}
