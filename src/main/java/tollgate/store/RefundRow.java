package tollgate.store;

import io.vertx.sqlclient.Row;
import java.util.List;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.OfRefund;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Refund;

/** A refund as a row; its states have the numbers of {@link PaymentRow}. */
final class RefundRow {

  private RefundRow() {}

  static Refund read(Row row) {
    return new Refund(
        row.getLong("operation_id"),
        kind(row.getInteger("kind")),
        PaymentRow.amount(row),
        charged(row),
        new Refund.Wish(
            row.getString("request_id"),
            row.getString("merchants_id"),
            row.getString("comment"),
            row.getString("webhook_url")),
        state(row),
        row.getString("providers_id"),
        PaymentRow.time(row, "opened_at"),
        PaymentRow.time(row, "changed_at"));
  }

  private static Money charged(Row row) {
    var charged = row.getLong("charged");
    return charged == null
        ? PaymentRow.amount(row)
        : Money.of(charged, row.getString("charged_currency"));
  }

  static boolean isConverted(Refund refund) {
    return !refund.charged().equals(refund.amount());
  }

  static int number(Refund.Kind kind) {
    return switch (kind) {
      case REFUND -> 1;
      case REVERSAL -> 2;
    };
  }

  private static Refund.Kind kind(int number) {
    for (var kind : Refund.Kind.values()) {
      if (number(kind) == number) return kind;
    }
    throw new IllegalStateException("refund of kind " + number);
  }

  private static OfRefund state(Row row) {
    var number = row.getInteger("state");
    var declined = new Declined(Code.of(row.getInteger("code")));
    for (var state :
        List.<OfRefund>of(new Processing(false), new Processing(true), new Succeeded(), declined)) {
      if (number == PaymentRow.number(state)) return state;
    }
    throw new IllegalStateException("refund in state " + number);
  }
}
