package tollgate.store;

import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Change;
import tollgate.payment.Link;
import tollgate.payment.Payment;

/**
 * {@link SavePayments} for a batch in which links become sales: those get what their customers have
 * chosen, and the times of a sale that begins now. Batches without one, and that is nearly all, are
 * spared the columns.
 */
final class ConfirmLinks {

  private static final String SETTINGS =
      """
      kind = coalesce(i.kind, p.kind),
      method = coalesce(i.method, p.method),
      gateway_id = coalesce(i.gateway_id, p.gateway_id),
      base_seconds = coalesce(i.base_seconds, p.base_seconds),
      limit_seconds = coalesce(i.limit_seconds, p.limit_seconds),
      opened_at = coalesce(i.opened_at, p.opened_at),
      deal = case when i.kind is null then p.deal else i.deal end,
      limit_at = case when i.kind is null then p.limit_at
                      else now() + i.limit_seconds * interval '1 second' end,
      """;

  static final String SQL =
      SaveSql.TEMPLATE.filled(
          Map.of(
              "more values",
              """
              , $74::int2[], $75::text[], $76::int8[], $77::int4[],
              $78::int4[], $79::timestamptz[], $80::text[]\
              """,
              "more columns",
              """
              , kind, method, gateway_id, base_seconds,
              limit_seconds, opened_at, deal\
              """,
              "more settings",
              SETTINGS,
              "when confirmed",
              """
              when i.kind is not null
                   then now() + least(i.base_seconds, i.limit_seconds) * interval '1 second'\
              """));

  private ConfirmLinks() {}

  static boolean isAmong(List<Change> changes) {
    return changes.stream().anyMatch(change -> confirmed(change) != null);
  }

  static Tuple parameters(List<Change> changes, long leaseMillis) {
    var columns = new Columns<>(changes);
    return SavePayments.parameters(changes, leaseMillis)
        .addValue(changes.stream().map(ConfirmLinks::kind).toArray(Short[]::new))
        .addValue(columns.texts(of(sale -> sale.terms().method())))
        .addValue(columns.longs(of(sale -> sale.terms().gateway())))
        .addValue(columns.ints(of(sale -> sale.terms().timetable().base())))
        .addValue(columns.ints(of(sale -> sale.terms().timetable().limit())))
        .addValue(
            changes.stream()
                .map(of(sale -> Columns.time(sale.openedAt())))
                .toArray(OffsetDateTime[]::new))
        .addValue(columns.texts(of(sale -> DealText.write(sale.terms().deal()))));
  }

  private static @Nullable Short kind(Change change) {
    var sale = confirmed(change);
    return sale == null ? null : (short) PaymentRow.kind(sale);
  }

  private static <V> Function<Change, @Nullable V> of(Function<Payment, @Nullable V> column) {
    return change -> {
      var sale = confirmed(change);
      return sale == null ? null : column.apply(sale);
    };
  }

  /** The sale that a link became; null for any other change. */
  private static @Nullable Payment confirmed(Change change) {
    var before = change.before();
    if (before == null || !(before.payment() instanceof Link)) return null;

    return change.after() instanceof Link ? null : change.after();
  }
}
