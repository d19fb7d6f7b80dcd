package tollgate.provider.paymaster2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tollgate.payment.Code.CANCELLED;
import static tollgate.payment.Code.PROVIDER_GENERAL_DECLINE;

import java.util.Arrays;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.Order;
import tollgate.tenant.Gateway;

/** PayMaster's objects by their members, and its words in ours (2.2, 2.4). */
record Told(Json.Obj body) {

  /** It becomes part of a path, so no other character may be in. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int WORD_CHARS_MAX = 40;

  /** Null for what is no object; a byte order mark before it does not count (2.3). */
  static @Nullable Told read(byte[] text) {
    var marked = text.length >= 3 && Arrays.equals(text, 0, 3, BYTE_ORDER_MARK, 0, 3);
    var plain = marked ? Arrays.copyOfRange(text, 3, text.length) : text;
    try {
      return JsonReader.read(plain, Limits.MESSAGE) instanceof Json.Obj body
          ? new Told(body)
          : null;
    } catch (JsonRefused notJson) {
      return null;
    }
  }

  static @Nullable Told read(String text) {
    return read(text.getBytes(UTF_8));
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Empty where there is none that could stand in a path. */
  String id() {
    return idAt("id");
  }

  /** As text or as a whole number: clients of both kinds are about. */
  String idAt(String name) {
    var id = body.member(name) instanceof Json.Num number ? number.literal() : textAt(name);
    return isId(id) ? id : "";
  }

  /** The text down there; empty where there is none, or something else in its place. */
  String textAt(String... path) {
    return body.at(path) instanceof Json.Str found ? found.text() : "";
  }

  /** What became of the order; nothing at all where it is about another one. */
  ProviderEvent event(Order order, Gateway gateway) {
    if (id().isEmpty() || !isOf(order)) return new Doubtful("about another payment");
    if (!textAt("merchantId").equals(gateway.field(Paymaster2.MERCHANT_ID))) {
      return new Doubtful("of another merchant");
    }
    return switch (textAt("status")) {
      case "Pending", "Confirmation", "Authorized" -> new SalePending(id());
      case "Settled" -> settled(gateway);
      case "Cancelled" -> new SaleDeclined(CANCELLED, id());
      case "Rejected" -> new SaleDeclined(PROVIDER_GENERAL_DECLINE, id());
      case String other -> new Doubtful("status " + shortened(other));
    };
  }

  private boolean isOf(Order order) {
    return textAt("invoice", "orderNo").equals(order.reference())
        && (order.providersId().isEmpty() || order.providersId().equals(id()));
  }

  private ProviderEvent settled(Gateway gateway) {
    var isTest = body.member("testMode") instanceof Json.Bool told && told.value();
    if (isTest && !Paymaster2.isTest(gateway)) return new Doubtful("no money: a test payment");

    var paid = amount();
    return paid == null
        ? new Doubtful("settled with an unreadable amount")
        : new SaleApproved(paid, id());
  }

  /** Four decimals may be shown; what does not fit the currency is no amount (part 3). */
  @Nullable Money amount() {
    if (!(body.at("amount", "value") instanceof Json.Num value)) return null;

    try {
      return Money.parse(value.literal(), Currency.getInstance(textAt("amount", "currency")));
    } catch (ArithmeticException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static String shortened(String word) {
    return word.length() > WORD_CHARS_MAX ? word.substring(0, WORD_CHARS_MAX) : word;
  }
}
