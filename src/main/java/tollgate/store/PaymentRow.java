package tollgate.store;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Stored;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.OfLink;
import tollgate.payment.PaymentState.OfPayout;
import tollgate.payment.PaymentState.Offered;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.PaymentState.WithProvider;
import tollgate.payment.Payout;
import tollgate.payment.Sale;
import tollgate.payment.Terms;
import tollgate.payment.Timetable;

/** A payment as a row: the only place that knows which number stands for which state. */
final class PaymentRow {

  /** The limit is nothing to a payout that may have been sent: see {@link Payout}. */
  static final String LIMIT_PASSED = "p.limit_at <= now() and (p.kind <> 2 or p.state = 1)";

  /** What every query of payments selects for {@link #read}, which finds them by name. */
  static final String COLUMNS =
      """
      p.project_id, p.operation_id, p.payment_id, p.request_id, p.customer_id, p.method,
      p.gateway_id, p.amount, p.currency, p.wallet, p.base_seconds, p.limit_seconds, p.details,
      p.state, p.code, p.redirect, p.providers_id, p.late_amount, p.late_currency, p.asks,
      p.version, p.opened_at, p.changed_at, p.kind, p.payer, p.account, p.refunds, p.deal,
      p.paid_by,
      (p.due_at is not null and %s) as overdue
      """
          .formatted(LIMIT_PASSED);

  private static final int SALE = 1;
  private static final int PAYOUT = 2;
  private static final int LINK = 3;

  // What is open is at most 4, and a state that a release does not know it does not touch.
  private static final int MAILED = -1;
  private static final int OFFERED = 0;
  private static final int PROCESSING = 1;
  private static final int IN_DOUBT = 2;
  private static final int AWAITING_CUSTOMER = 3;
  private static final int WITH_PROVIDER = 4;
  private static final int SUCCEEDED = 5;
  private static final int DECLINED = 6;
  private static final int FAILED = 7;
  private static final int PAID_LATE = 8;
  private static final int CREDITED_LATE = 9;

  private PaymentRow() {}

  static Stored read(NamedRow row) {
    var id = new Payment.Id(row.number("project_id"), row.number("operation_id"));
    return new Stored(payment(id, row), row.integer("version"), row.isTrue("overdue"));
  }

  private static Payment payment(Payment.Id id, NamedRow row) {
    return switch (row.integer("kind")) {
      case SALE -> sale(id, row);
      case PAYOUT -> payout(id, row);
      case LINK -> link(id, row);
      case Integer unknown -> throw new IllegalStateException("payment of kind " + unknown);
    };
  }

  /** Without its refunds. */
  private static Sale sale(Payment.Id id, NamedRow row) {
    return new Sale(
        id,
        terms(row),
        state(row),
        row.text("providers_id"),
        row.integer("asks"),
        row.time("opened_at"),
        row.time("changed_at"),
        List.of(),
        PayerText.read(row.text("paid_by")));
  }

  private static Payout payout(Payment.Id id, NamedRow row) {
    if (!(state(row) instanceof OfPayout state)) {
      throw new IllegalStateException("payout in state " + row.integer("state"));
    }
    return new Payout(
        id,
        terms(row),
        state,
        row.text("providers_id"),
        row.integer("asks"),
        row.time("opened_at"),
        row.time("changed_at"));
  }

  private static Link link(Payment.Id id, NamedRow row) {
    if (!(state(row) instanceof OfLink state)) {
      throw new IllegalStateException("link in state " + row.integer("state"));
    }
    return new Link(id, terms(row), state, row.time("opened_at"), row.time("changed_at"));
  }

  static Instant time(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  static int kind(Payment payment) {
    return switch (payment) {
      case Sale _ -> SALE;
      case Payout _ -> PAYOUT;
      case Link _ -> LINK;
    };
  }

  private static Terms terms(NamedRow row) {
    var currency = Currency.getInstance(row.text("currency"));
    return new Terms(
        row.text("payment_id"),
        row.text("request_id"),
        row.text("customer_id"),
        row.text("method"),
        row.number("gateway_id"),
        new Money(row.number("amount"), currency),
        row.text("wallet"),
        row.text("payer"),
        row.text("account"),
        DealText.read(row.text("deal"), currency),
        new Timetable(row.integer("base_seconds"), row.integer("limit_seconds")),
        DetailsText.read(row.text("details")));
  }

  private static PaymentState state(NamedRow row) {
    var code = row.integer("code");
    return switch (row.integer("state")) {
      case MAILED -> new Offered(true);
      case OFFERED -> new Offered(false);
      case PROCESSING -> new Processing(false);
      case IN_DOUBT -> new Processing(true);
      case AWAITING_CUSTOMER -> new AwaitingCustomer(new RedirectText(row.text("redirect")));
      case WITH_PROVIDER -> new WithProvider();
      case SUCCEEDED -> new Succeeded();
      case DECLINED -> new Declined(Code.of(code));
      case FAILED -> new Failed(Code.of(code));
      case PAID_LATE -> new PaidLate(Code.of(code), late(row));
      case CREDITED_LATE -> new PaidLate(Code.of(code), late(row), true);
      case Integer unknown -> throw new IllegalStateException("payment in state " + unknown);
    };
  }

  private static Money late(NamedRow row) {
    return Money.of(row.number("late_amount"), row.text("late_currency"));
  }

  static int number(PaymentState state) {
    return switch (state) {
      case Offered(boolean mailed) -> mailed ? MAILED : OFFERED;
      case Processing(boolean inDoubt) -> inDoubt ? IN_DOUBT : PROCESSING;
      case AwaitingCustomer _ -> AWAITING_CUSTOMER;
      case WithProvider _ -> WITH_PROVIDER;
      case Succeeded _ -> SUCCEEDED;
      case Declined _ -> DECLINED;
      case Failed _ -> FAILED;
      case PaidLate late -> late.credited() ? CREDITED_LATE : PAID_LATE;
    };
  }

  static int code(PaymentState state) {
    return switch (state) {
      case Offered _, Processing _, AwaitingCustomer _ -> Code.AWAITING_PROCESSING.number();
      case WithProvider _ -> Code.AWAITING_PROVIDER.number();
      case Succeeded _ -> Code.SUCCESS.number();
      case Declined(Code code) -> code.number();
      case Failed(Code code) -> code.number();
      case PaidLate late -> late.code().number();
    };
  }

  static @Nullable String redirect(Payment payment) {
    return payment.state() instanceof AwaitingCustomer(var redirect)
        ? RedirectText.of(redirect)
        : null;
  }

  static @Nullable Money late(Payment payment) {
    return payment.state() instanceof PaidLate late ? late.paid() : null;
  }

  static @Nullable Long lateAmount(Payment payment) {
    var late = late(payment);
    return late == null ? null : late.minor();
  }

  static @Nullable String lateCurrency(Payment payment) {
    var late = late(payment);
    return late == null ? null : late.code();
  }

  /** In minor units, as every table that has an amount keeps it. */
  static Money amount(Row row) {
    return new Money(row.getLong("amount"), currency(row));
  }

  static Currency currency(Row row) {
    return Currency.getInstance(Objects.requireNonNull(row.getString("currency")));
  }
}
