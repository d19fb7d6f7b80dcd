package tollgate.sandbox.touchngo;

import java.util.Locale;
import java.util.Map;

/** Status, code and message as §7 and §10 list them. */
record TouchngoStatus(Word word, String code, String message) {

  enum Word {
    SUCCESS,
    FAILED,
    CANCELLED,
    TIMEOUT,
    PENDING
  }

  static final TouchngoStatus WAITING =
      new TouchngoStatus(Word.PENDING, "01", "Waiting for the customer");
  static final TouchngoStatus PROCESSING =
      new TouchngoStatus(Word.PENDING, "02", "Being processed");
  static final TouchngoStatus PAID = new TouchngoStatus(Word.SUCCESS, "00", "Paid");
  static final TouchngoStatus BY_CUSTOMER =
      new TouchngoStatus(Word.CANCELLED, "10", "Cancelled by the customer");
  static final TouchngoStatus BY_MERCHANT =
      new TouchngoStatus(Word.CANCELLED, "11", "Cancelled by the merchant");
  static final TouchngoStatus NEVER_ARRIVED =
      new TouchngoStatus(Word.CANCELLED, "12", "Cancelled before the customer arrived");
  static final TouchngoStatus WALLET_SILENT =
      new TouchngoStatus(Word.TIMEOUT, "20", "The wallet did not answer");
  static final TouchngoStatus NOT_IN_TIME =
      new TouchngoStatus(Word.TIMEOUT, "21", "The customer did not act in time");

  static final TouchngoStatus PAID_OUT = new TouchngoStatus(Word.SUCCESS, "00", "Paid out");
  static final TouchngoStatus REFUSED_BY_CUSTOMER =
      new TouchngoStatus(Word.CANCELLED, "10", "Refused by the customer");

  private static final Map<String, String> FAILURES =
      Map.ofEntries(
          Map.entry("30", "Declined"),
          Map.entry("31", "Insufficient funds"),
          Map.entry("32", "Above the limit of the wallet"),
          Map.entry("33", "Wallet restricted"),
          Map.entry("34", "Wallet closed"),
          Map.entry("35", "Currency not supported by the wallet"),
          Map.entry("36", "Declined by risk control"),
          Map.entry("37", "Suspicious operation"),
          Map.entry("38", "No such wallet"),
          Map.entry("39", "Crediting this wallet is blocked"),
          Map.entry("40", "Data refused by the wallet"),
          Map.entry("50", "Wallet system unavailable"),
          Map.entry("51", "Could not be authorised"),
          Map.entry("52", "The merchant's balance is too low"));

  /** Refused with this code; a code that no list names gets the plainest message. */
  static TouchngoStatus failed(long code) {
    var text = String.format(Locale.ROOT, "%02d", code % 100);
    return new TouchngoStatus(Word.FAILED, text, FAILURES.getOrDefault(text, "Declined"));
  }
}
