package tollgate.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tollgate.data.Completed.Charge;
import tollgate.gate.Wording;
import tollgate.json.Json;
import tollgate.payment.Payer;
import tollgate.payment.Payment;
import tollgate.payment.Sale;

/**
 * What is said of an operation, in the order in which it is said: gate-api, section 13.3. What is
 * not known, or does not apply, is left out.
 */
public enum Column {
  PROJECT_ID((it, _) -> number(it.id().project())),
  OPERATION_ID((it, _) -> number(it.id().operation())),
  PAYMENT_ID((it, _) -> text(it.payment().terms().paymentId())),
  OPERATION_TYPE((it, _) -> text(it.type().word())),
  OPERATION_STATUS((it, _) -> text(it.status())),
  PAYMENT_STATUS((it, _) -> text(Wording.status(it.payment()))),
  OPERATION_CODE((it, _) -> text(Wording.of(it.state()).code().digits())),
  OPERATION_MESSAGE((it, _) -> text(Wording.of(it.state()).code().message())),
  /** The customer's account at the provider, known of payouts, and of sales once it was told. */
  ACCOUNT_NUMBER((it, _) -> text(account(it.payment()))),
  CUSTOMER_ID((it, _) -> text(it.payment().terms().customer())),
  CUSTOMER_IP((it, _) -> text(it.payment().terms().details().person().get("ip_address"))),
  PAYMENT_METHOD_NAME((it, view) -> text(view.title(it.payment()))),
  /** The method's code, as the path of a request has it. */
  PAYMENT_METHOD_TYPE((it, _) -> text(it.payment().terms().method())),
  PAYMENT_DESCRIPTION((it, _) -> text(it.payment().terms().details().description())),
  OPERATION_CREATED_AT((it, view) -> text(view.local(it.openedAt()))),
  OPERATION_COMPLETED_AT((it, view) -> text(view.local(it.at()))),
  /** No provider has told us yet. */
  PROVIDER_COMPLETED_AT((_, _) -> null),
  INITIAL_AMOUNT((it, _) -> number(it.amount().minor())),
  INITIAL_CURRENCY((it, _) -> text(it.amount().code())),
  CHANNEL_AMOUNT((it, _) -> throughProvider(it) ? number(it.channel().minor()) : null),
  CHANNEL_CURRENCY((it, _) -> throughProvider(it) ? text(it.channel().code()) : null),
  PROVIDER_PAYMENT_ID((it, _) -> text(it.providersId())),
  REQUEST_ID((it, _) -> text(it.requestId())),
  FEE_AMOUNT((it, _) -> charged(it, charge -> number(charge.fee().minor()))),
  FEE_CURRENCY((it, _) -> charged(it, charge -> text(charge.fee().code()))),
  NET_AMOUNT((it, _) -> charged(it, charge -> number(charge.net())));

  /** What every register has. */
  public static final List<Column> OPERATIONS =
      Arrays.stream(values()).filter(column -> !column.isFinancial()).toList();

  /** The same and what it cost. */
  public static final List<Column> FINANCIAL = List.of(values());

  private static @Nullable String account(Payment payment) {
    if (!(payment instanceof Sale sale)) return payment.terms().account();

    var number = sale.payer().fact(Payer.NUMBER);
    return number.isEmpty() ? null : number;
  }

  @FunctionalInterface
  private interface Cell {
    @Nullable Json of(Completed completed, View view);
  }

  @SuppressWarnings("ImmutableEnumChecker") // All of them are lambdas without a state.
  private final Cell cell;

  Column(Cell cell) {
    this.cell = cell;
  }

  /** Its name on the wire and in the first row of a report. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Column> named(String word) {
    return Arrays.stream(values()).filter(column -> column.word().equals(word)).findFirst();
  }

  /** Whether the book has to be asked for it. */
  public boolean isFinancial() {
    return this == FEE_AMOUNT || this == FEE_CURRENCY || this == NET_AMOUNT;
  }

  /** Null: it is left out. */
  @Nullable Json of(Completed completed, View view) {
    return cell.of(completed, view);
  }

  private static @Nullable Json text(@Nullable String text) {
    return text == null || text.isEmpty() ? null : Json.text(text);
  }

  private static Json number(long number) {
    return Json.number(number);
  }

  private static @Nullable Json charged(
      Completed completed, Function<Charge, @Nullable Json> cell) {
    var charge = completed.charge();
    return charge == null ? null : cell.apply(charge);
  }

  /** What a wallet pays goes through nobody. */
  private static boolean throughProvider(Completed completed) {
    return completed.payment().terms().payer() == null;
  }
}
