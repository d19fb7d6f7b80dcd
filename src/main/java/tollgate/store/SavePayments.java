package tollgate.store;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Change;
import tollgate.engine.Duty;
import tollgate.engine.News;
import tollgate.engine.Stored;
import tollgate.payment.Payment;
import tollgate.payment.Refund;

/**
 * What {@link SaveSql} is given: changed payments with all that belongs to them, column by column.
 */
final class SavePayments {

  /**
   * A callback's place: the version of the payment it made, and which of that change's callbacks.
   */
  private record Heard(Change change, int part, News.Source source) {}

  /** A refund that is new or has changed. */
  private record Refunded(Payment.Id sale, Refund refund) {}

  private SavePayments() {}

  /** The statement for these. */
  static String sql(List<Change> changes) {
    return refunded(changes).isEmpty() ? SaveSql.WITHOUT_REFUNDS : SaveSql.WITH_REFUNDS;
  }

  static Tuple parameters(List<Change> changes, long leaseMillis) {
    var tuple = Tuple.tuple();
    Children.addTo(tuple, changes, leaseMillis);
    addMoves(tuple, new Columns<>(changes));
    addCallbacks(tuple, new Columns<>(heard(changes)));
    addFinished(tuple, new Columns<>(finished(changes)));
    addRefunds(tuple, new Columns<>(refunded(changes)));
    var all = new Columns<>(changes);
    return tuple
        .addValue(all.ints(SavePayments::endedAs))
        .addValue(all.texts(change -> PayerText.write(change.after())));
  }

  /** Its type, when the payment's first operation ends with this change: it ends once. */
  private static @Nullable Integer endedAs(Change change) {
    return before(change).payment().isOpen() ? RegisterPages.endedAs(change.after()) : null;
  }

  private static void addMoves(Tuple tuple, Columns<Change> moves) {
    var after = new Columns<>(moves.rows().stream().map(Change::after).toList());
    tuple
        .addValue(after.longs(p -> p.id().project()))
        .addValue(after.longs(p -> p.id().operation()))
        .addValue(moves.ints(c -> before(c).version()))
        .addValue(after.shorts(p -> PaymentRow.number(p.state())))
        .addValue(after.ints(p -> PaymentRow.code(p.state())))
        .addValue(after.texts(PaymentRow::redirect))
        .addValue(after.texts(Payment::providersId))
        .addValue(after.longs(PaymentRow::lateAmount))
        .addValue(after.texts(PaymentRow::lateCurrency))
        .addValue(after.ints(Payment::asks))
        .addValue(after.times(Payment::changedAt))
        .addValue(moves.ints(SavePayments::askIn))
        .addValue(after.shorts(p -> p.refunds().size()));
  }

  private static @Nullable Integer askIn(Change change) {
    var asks = change.after().asks();
    if (asks == before(change).payment().asks()) return null;

    return change.after().terms().timetable().gap(asks);
  }

  private static void addCallbacks(Tuple tuple, Columns<Heard> heard) {
    tuple
        .addValue(heard.longs(h -> h.change().after().id().project()))
        .addValue(heard.longs(h -> h.change().after().id().operation()))
        .addValue(heard.ints(h -> before(h.change()).version() + 1))
        .addValue(heard.shorts(Heard::part))
        .addValue(heard.longs(h -> h.source().gateway()))
        .addValue(heard.texts(h -> h.source().body()))
        .addValue(heard.times(h -> h.change().after().changedAt()));
  }

  private static void addFinished(Tuple tuple, Columns<Duty> done) {
    tuple
        .addValue(done.longs(d -> d.payment().id().project()))
        .addValue(done.longs(d -> d.payment().id().operation()))
        .addValue(done.longs(d -> d.operation().operation()))
        .addValue(done.shorts(d -> d.effect().number()))
        .addValue(done.ints(Duty::attempt));
  }

  private static void addRefunds(Tuple tuple, Columns<Refunded> refunds) {
    var each = new Columns<>(refunds.rows().stream().map(Refunded::refund).toList());
    tuple
        .addValue(refunds.longs(r -> r.sale().project()))
        .addValue(refunds.longs(r -> r.sale().operation()))
        .addValue(each.longs(Refund::operation))
        .addValue(each.shorts(r -> RefundRow.number(r.kind())))
        .addValue(each.longs(r -> r.amount().minor()))
        .addValue(each.texts(r -> r.amount().code()))
        .addValue(each.texts(r -> r.wish().requestId()))
        .addValue(each.texts(r -> r.wish().merchantsId()))
        .addValue(each.texts(r -> r.wish().comment()))
        .addValue(each.texts(r -> r.wish().webhookUrl()))
        .addValue(each.shorts(r -> PaymentRow.number(r.state())))
        .addValue(each.ints(r -> PaymentRow.code(r.state())))
        .addValue(each.texts(Refund::providersId))
        .addValue(each.times(Refund::openedAt))
        .addValue(each.times(Refund::changedAt))
        .addValue(each.longs(r -> RefundRow.isConverted(r) ? r.charged().minor() : null))
        .addValue(each.texts(r -> RefundRow.isConverted(r) ? r.charged().code() : null));
  }

  private static List<Duty> finished(List<Change> changes) {
    return changes.stream().flatMap(change -> change.done().stream()).toList();
  }

  private static List<Refunded> refunded(List<Change> changes) {
    var refunded = new ArrayList<Refunded>();
    for (var change : changes) {
      var known = before(change).payment();
      for (var refund : change.after().refunds()) {
        if (!refund.equals(known.refund(refund.operation()))) {
          refunded.add(new Refunded(change.after().id(), refund));
        }
      }
    }
    return refunded;
  }

  private static List<Heard> heard(List<Change> changes) {
    var heard = new ArrayList<Heard>(changes.size());
    for (var change : changes) {
      for (int part = 0; part < change.sources().size(); part++) {
        heard.add(new Heard(change, part, change.sources().get(part)));
      }
    }
    return heard;
  }

  private static Stored before(Change change) {
    return Objects.requireNonNull(change.before(), "a new payment is added, not saved");
  }
}
