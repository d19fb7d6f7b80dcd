package tollgate.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Everything that can be made to go wrong with one payment, by the word that asks for it. */
public enum Fault {
  /** Callbacks come so many times. */
  DUPLICATE(Kind.COUNT, 2),
  /** Callbacks come so much later. */
  DELAY(Kind.TIME, 2000),
  /** The news that a payment is pending comes after the news how it ended. */
  REORDER(Kind.FLAG, 1),
  /** No callbacks at all. */
  SILENT(Kind.FLAG, 1),
  /** The callback overtakes the answer: of the charge, or the browser's return. */
  EARLY(Kind.FLAG, 1),
  /** The first so many attempts of every callback are unreadable; without a number, all. */
  GARBAGE(Kind.COUNT, Fault.COUNT_MAX),
  /** The same with a signature that is wrong. */
  BAD_SIGNATURE(Kind.COUNT, Fault.COUNT_MAX),
  /** The same with another amount, rightly signed. */
  BAD_AMOUNT(Kind.COUNT, Fault.COUNT_MAX),
  /** The provider tells of another currency, rightly signed (PayMaster). */
  BAD_CURRENCY(Kind.FLAG, 1),
  /** A byte order mark stands before the callback (PayMaster v2). */
  BOM(Kind.FLAG, 1),
  /** What the merchant did not want is paid all the same (PayMaster). */
  PAID_ANYWAY(Kind.FLAG, 1),
  /** The notification lacks the merchant's number (PayMaster). */
  NO_NUMBER(Kind.FLAG, 1),
  /** A plus sign of the hash is sent as it is, which reads as a space (PayMaster). */
  RAW_PLUS(Kind.FLAG, 1),
  /** The call that makes a payment answers this HTTP status, and nothing was made. */
  ERROR(Kind.STATUS, 500),
  /** The same, but the payment was made. */
  ERROR_AFTER(Kind.STATUS, 500),
  /** The connection closes without an answer, and nothing was made. */
  DROP(Kind.FLAG, 1),
  /** The same, but the payment was made. */
  DROP_AFTER(Kind.FLAG, 1),
  /** The answer takes so long. */
  SLOW(Kind.TIME, 2000),
  /** Status and cancel answer this HTTP status. */
  STATUS_ERROR(Kind.STATUS, 503),
  /** How many first calls of one payment the faults of answers hit. */
  TRIES(Kind.COUNT, 1),
  /** Refused, with this code of the provider. */
  DENY(Kind.COUNT, 30),
  /** Between the customer's word and the end passes so much time (Touch'n Go). */
  PROCESSING(Kind.TIME, 2000),
  /** A time-out first, and after so much time the money after all (Touch'n Go). */
  LATE(Kind.TIME, 2000),
  /** Messages carry fields that no document names. */
  EXTRA(Kind.FLAG, 1),
  /** Messages lack every field that may be missing (Midtrans). */
  BARE(Kind.FLAG, 1),
  /** The provider's id is no UUID but a mixed-case token (Midtrans). */
  TOKEN_ID(Kind.FLAG, 1),
  /** Amounts are JSON numbers, not texts (QIWI). */
  NUMBER(Kind.FLAG, 1),
  /** Signatures are in capital letters (QIWI). */
  CAPITALS(Kind.FLAG, 1),
  /** Times in notifications have offsets with minutes (QIWI). */
  LONG_OFFSET(Kind.FLAG, 1),
  /** The shop is not asked before the payment (WebMoney). */
  UNASKED(Kind.FLAG, 1),
  /** A real payment says that it is a test, and the other way round (WebMoney). */
  MODE_FLIP(Kind.FLAG, 1),
  /** Messages are written in the charset of the other page (WebMoney). */
  OTHER_CHARSET(Kind.FLAG, 1),
  /** The sum has two decimals and not six (Robokassa). */
  TWO_DECIMALS(Kind.FLAG, 1),
  /** The signature has letters of the other case (Robokassa: lower, MyKassa: upper). */
  OTHER_CASE(Kind.FLAG, 1),
  /** The notification comes by GET (MyKassa). */
  BY_GET(Kind.FLAG, 1),
  /** It comes once more, under another number of the provider's, which nobody signs (MyKassa). */
  NEW_ID(Kind.FLAG, 1),
  /** Its amount has no zeros at the end (MyKassa). */
  SHORT_AMOUNT(Kind.FLAG, 1),
  /** What was to be refunded is not after all (Robokassa). */
  REFUND_CANCELED(Kind.FLAG, 1),
  /** The payer lowers the sum of the form (YooMoney). */
  LESS(Kind.FLAG, 1),
  /** The payer changes the label of the form (YooMoney). */
  RELABEL(Kind.FLAG, 1),
  /** The money is under a code of the payer's (YooMoney). */
  CODEPRO(Kind.FLAG, 1),
  /** A flag that the older signature leaves out is turned round after signing (YooMoney). */
  FLIP(Kind.FLAG, 1),
  /** Which signatures there are: 0 none, 1 the older, 2 the newer, 3 both (YooMoney). */
  SIGNED_BY(Kind.COUNT, 1),
  /** The customer plays by himself: an {@link Action}, by its number. */
  PLAY(Kind.ACTION, 0),
  /** So long after the payment appeared. */
  AFTER(Kind.TIME, 0);

  /** Also the largest number of copies or spoilt attempts that can be asked for. */
  static final int COUNT_MAX = 1000;

  static final long TIME_MAX_MILLIS = 600_000;

  private enum Kind {
    FLAG,
    COUNT,
    TIME,
    STATUS,
    ACTION
  }

  private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m)");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,4}");

  private final Kind kind;
  private final long usual;

  Fault(Kind kind, long usual) {
    this.kind = kind;
    this.usual = usual;
  }

  /** The word that asks for it, such as {@code bad-signature}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Fault> of(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
  }

  /** The number meant by a text such as {@code 3}, {@code 500ms}, {@code pay}; empty if none. */
  OptionalLong value(String text) {
    if (text.isEmpty() || text.equals("true")) return OptionalLong.of(usual);

    return switch (kind) {
      case FLAG -> OptionalLong.empty();
      case COUNT -> number(text, 0, COUNT_MAX);
      case STATUS -> number(text, 200, 599);
      case TIME -> time(text);
      case ACTION -> Action.of(text).stream().mapToLong(Action::number).findFirst();
    };
  }

  private static OptionalLong number(String text, long min, long max) {
    if (!COUNT.matcher(text).matches()) return OptionalLong.empty();

    var number = Long.parseLong(text);
    return number < min || number > max ? OptionalLong.empty() : OptionalLong.of(number);
  }

  private static OptionalLong time(String text) {
    var found = TIME.matcher(text);
    if (!found.matches()) return OptionalLong.empty();

    var millis = Long.parseLong(found.group(1)) * unitMillis(found.group(2));
    return millis > TIME_MAX_MILLIS ? OptionalLong.empty() : OptionalLong.of(millis);
  }

  private static long unitMillis(String unit) {
    return switch (unit) {
      case "ms" -> 1;
      case "s" -> 1000;
      default -> 60_000;
    };
  }
}
