package tollgate.sandbox.midtrans;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks the body of a charge (§4, §15.5). Wrong types are problems like any other: all
 * of them are listed, none throws.
 */
final class ChargeRequest {

  private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9_~.-]+");
  private static final int ORDER_ID_LENGTH_MAX = 50;
  private static final List<String> ECHOED =
      List.of("custom_field1", "custom_field2", "custom_field3", "metadata");

  private final JsonObject body;
  private final List<String> problems = new ArrayList<>();

  ChargeRequest(JsonObject body) {
    this.body = body;
    checkType();
    checkOrderId();
    checkAmounts();
    checkCallbackUrl();
    checkEchoed();
  }

  List<String> problems() {
    return problems;
  }

  void refuse(String problem) {
    problems.add(problem);
  }

  private void checkType() {
    if (!"gopay".equals(body.getValue("payment_type"))) refuse("payment_type is not supported");
    if (details() == null) refuse("transaction_details is required");
  }

  private void checkOrderId() {
    var id = orderId();
    if (id.isEmpty()) refuse("transaction_details.order_id is required");
    if (id.length() > ORDER_ID_LENGTH_MAX) refuse("transaction_details.order_id is too long");
    if (!id.isEmpty() && !ORDER_ID.matcher(id).matches()) {
      refuse("transaction_details.order_id contains characters that are not allowed");
    }
  }

  private void checkAmounts() {
    var details = details();
    var given = details == null ? null : details.getValue("gross_amount");
    if (given == null) {
      refuse("transaction_details.gross_amount is required");
      return;
    }
    var amount = whole(given);
    if (amount.isEmpty()) {
      refuse("transaction_details.gross_amount is not a number");
      return;
    }
    if (amount.get() <= 0) refuse("transaction_details.gross_amount must be greater than 0");
    if (body.getValue("item_details") instanceof JsonArray items) checkItems(items, amount.get());
  }

  private void checkItems(JsonArray items, long amount) {
    var sum = 0L;
    for (var item : items) {
      if (!(item instanceof JsonObject line)) {
        refuse("item_details is not valid");
        return;
      }
      sum += itemSum(line);
    }
    if (sum != amount) {
      refuse("transaction_details.gross_amount is not equal to the sum of item_details");
    }
  }

  private long itemSum(JsonObject line) {
    var price = whole(line.getValue("price"));
    var quantity = whole(line.getValue("quantity"));
    var name = line.getValue("name");
    if (!(name instanceof String text) || text.isEmpty()) refuse("item_details.name is required");
    if (name instanceof String text && text.length() > 50) refuse("item_details.name is too long");
    if (price.isEmpty()) refuse("item_details.price is not a number");
    if (quantity.isEmpty() || quantity.get() < 1) refuse("item_details.quantity is not a number");

    return price.orElse(0L) * quantity.orElse(0L);
  }

  /** Any scheme will do: apps have their own. */
  private void checkCallbackUrl() {
    try {
      var _ = new URI(callbackUrl());
    } catch (URISyntaxException unreadable) {
      refuse("gopay.callback_url is not valid");
    }
  }

  private void checkEchoed() {
    for (var name : ECHOED.subList(0, 3)) {
      if (body.getValue(name) instanceof String text && text.length() > 255) {
        refuse(name + " is too long");
      }
    }
  }

  /** A whole number, as a number or as digits in a string (§3.2); empty for anything else. */
  static Optional<Long> whole(@Nullable Object value) {
    if (!(value instanceof Number) && !(value instanceof String)) return Optional.empty();
    var text = value.toString();
    if (text.length() > 20) return Optional.empty();

    try {
      return Optional.of(new BigDecimal(text).longValueExact());
    } catch (ArithmeticException | NumberFormatException notWhole) {
      return Optional.empty();
    }
  }

  private @Nullable JsonObject details() {
    return body.getValue("transaction_details") instanceof JsonObject details ? details : null;
  }

  String orderId() {
    var details = details();
    if (details == null) return "";

    return details.getValue("order_id") instanceof String id ? id : "";
  }

  long grossAmount() {
    var details = details();
    return details == null ? 0 : whole(details.getValue("gross_amount")).orElse(0L);
  }

  /** Where the app returns the customer to; empty unless it was switched on. */
  String callbackUrl() {
    if (!(body.getValue("gopay") instanceof JsonObject gopay)) return "";
    if (!Boolean.TRUE.equals(gopay.getValue("enable_callback"))) return "";

    return gopay.getValue("callback_url") instanceof String url ? url : "";
  }

  JsonObject customExpiry() {
    return body.getValue("custom_expiry") instanceof JsonObject expiry ? expiry : new JsonObject();
  }

  JsonObject echoed() {
    var echoed = new JsonObject();
    for (var name : ECHOED) {
      var value = body.getValue(name);
      if (value != null) echoed.put(name, value);
    }
    return echoed;
  }

  /** Every text in which a person may have asked for faults. */
  List<String> texts() {
    var texts = new ArrayList<String>();
    var items = body.getValue("item_details") instanceof JsonArray all ? all : new JsonArray();
    for (var item : items) {
      if (item instanceof JsonObject line) addText(texts, line.getValue("name"));
    }
    if (body.getValue("customer_details") instanceof JsonObject customer) {
      addText(texts, customer.getValue("first_name"));
    }
    ECHOED.forEach(name -> addText(texts, body.getValue(name)));
    return texts;
  }

  private static void addText(List<String> texts, @Nullable Object value) {
    if (value instanceof String text) texts.add(text);
  }
}
