package tollgate.provider.midtrans;

import static tollgate.payment.Code.CANCELLED;
import static tollgate.payment.Code.PROVIDER_GENERAL_DECLINE;
import static tollgate.payment.Code.PROVIDER_TIME_OUT;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.Order;

/** A transaction as Midtrans shows it, in our words (11.1). */
final class Transaction {

  private static final String DONE = "200";

  /** What a body that ends a sale may carry: an expiry is 407 in answers, 202 in notifications. */
  private static final Set<String> CODES_OF_AN_END = Set.of(DONE, "202", "407");

  /**
   * Usually a UUID, not always (3.9). It becomes part of a path, so no other character may be in.
   */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9_.~-]{0,63}");

  private Transaction() {}

  static ProviderEvent of(Message message) {
    return switch (message.status()) {
      case "pending" -> new SalePending(id(message));
      case "settlement", "capture" -> settled(message);
      case "deny" -> ended(message, new SaleDeclined(Declines.ofDenial(message), id(message)));
      case "expire" -> ended(message, new SaleDeclined(PROVIDER_TIME_OUT, id(message)));
      // Customers cannot cancel at GoPay (5.12): this was the merchant's staff.
      case "cancel" -> ended(message, new SaleDeclined(CANCELLED, id(message)));
      case "failure" -> ended(message, new SaleDeclined(PROVIDER_GENERAL_DECLINE, id(message)));
      // Money went back after the sale: nothing that the sale itself could learn. Nor does a refund
      // learn of it here: what lists refunds is not covered by the signature of a notification,
      // which a settlement shares (S1, S2), and the answer to our own call has said it (8.14).
      case "refund", "partial_refund" -> new SalePending(id(message));
      case "chargeback", "partial_chargeback" -> new SalePending(id(message));
      case String other -> new Doubtful("status " + shortened(other));
    };
  }

  /** Paid only when all agree: code, fraud check, currency, and an amount that can be read. */
  private static ProviderEvent settled(Message message) {
    var paid = amount(message);
    if (!message.code().equals(DONE)) return new Doubtful("settlement without code 200");
    if (!isClean(message)) return new Doubtful("settlement under suspicion of fraud");
    if (paid == null) return new Doubtful("settlement of an unreadable amount");
    return new SaleApproved(paid, id(message));
  }

  private static ProviderEvent ended(Message message, SaleDeclined declined) {
    return CODES_OF_AN_END.contains(message.code())
        ? declined
        : new Doubtful(message.status() + " with code " + shortened(message.code()));
  }

  private static boolean isClean(Message message) {
    if (message.body().member("fraud_status") == null) return true;

    return message.text("fraud_status").toLowerCase(Locale.ROOT).equals("accept");
  }

  /** Old bodies leave the currency out; there is no other than IDR (3.1). */
  private static @Nullable Money amount(Message message) {
    var currency = message.body().member("currency");
    if (currency != null && !message.text("currency").equals("IDR")) return null;

    return money(message.text("gross_amount"));
  }

  /** Null for what is no amount. */
  static @Nullable Money money(String text) {
    try {
      return Money.parse(text, Midtrans.IDR);
    } catch (ArithmeticException | NumberFormatException unreadable) {
      return null;
    }
  }

  static boolean isSameAmount(Message message, Order order) {
    return order.amount().equals(amount(message));
  }

  /** Midtrans' own id; empty when the body has none that could stand in a path. */
  static String id(Message message) {
    var id = message.text("transaction_id");
    return isId(id) ? id : "";
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static String shortened(String word) {
    return word.length() > 40 ? word.substring(0, 40) : word;
  }
}
