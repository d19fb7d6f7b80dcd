package tollgate.sandbox.paymaster2;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tollgate.sandbox.Faults;

/** The body of a call, by its members, and everything that is wrong with it (2.1). */
final class InvoiceRequest {

  private static final int DESCRIPTION_LENGTH_MAX = 255;
  private static final BigDecimal MOST = new BigDecimal("10000000");

  private final JsonObject body;
  private final List<String> problems = new ArrayList<>();

  private InvoiceRequest(JsonObject body) {
    this.body = body;
  }

  static InvoiceRequest of(String text) {
    try {
      return new InvoiceRequest(new JsonObject(text));
    } catch (DecodeException | ClassCastException malformed) {
      var unreadable = new InvoiceRequest(new JsonObject());
      unreadable.problems.add("The body is no JSON object.");
      return unreadable;
    }
  }

  List<String> problemsOfInvoice(Paymaster2Account account) {
    require(text(body, "merchantId").equals(account.merchantId()), "merchantId is not yours");
    require(isAmount(), "amount");
    var length = description().length();
    require(length > 0 && length <= DESCRIPTION_LENGTH_MAX, "invoice.description");
    require(isUrl(part("protocol"), "returnUrl"), "protocol.returnUrl");
    require(isUrl(part("protocol"), "callbackUrl"), "protocol.callbackUrl");
    return List.copyOf(problems);
  }

  List<String> problemsOfRefund() {
    require(!paymentId().isEmpty(), "paymentId");
    require(isAmount(), "amount");
    return List.copyOf(problems);
  }

  private void require(boolean holds, String problem) {
    if (!holds) problems.add(problem);
  }

  String paymentId() {
    return text(body, "paymentId");
  }

  String orderNo() {
    return text(part("invoice"), "orderNo");
  }

  String description() {
    return text(part("invoice"), "description");
  }

  String url(String name) {
    return text(part("protocol"), name);
  }

  Invoice.Order order(Faults faults) {
    var params =
        part("invoice").getValue("params") instanceof JsonObject sent ? sent : new JsonObject();
    return new Invoice.Order(
        orderNo(),
        description(),
        params,
        minorUnits(),
        Boolean.TRUE.equals(body.getValue("dualMode")),
        Boolean.TRUE.equals(body.getValue("testMode")),
        faults);
  }

  long minorUnits() {
    return value().movePointRight(2).longValueExact();
  }

  private boolean isAmount() {
    if (!text(part("amount"), "currency").equals("RUB")) return false;

    return value().signum() > 0
        && value().compareTo(MOST) <= 0
        && value().stripTrailingZeros().scale() <= 2;
  }

  private BigDecimal value() {
    return part("amount").getValue("value") instanceof Number number
        ? new BigDecimal(number.toString())
        : BigDecimal.ZERO;
  }

  private static boolean isUrl(JsonObject in, String name) {
    var given = text(in, name);
    return given.isEmpty() || given.startsWith("http://") || given.startsWith("https://");
  }

  private JsonObject part(String name) {
    return body.getValue(name) instanceof JsonObject part ? part : new JsonObject();
  }

  private static String text(JsonObject in, String name) {
    return in.getValue(name) instanceof String text ? text : "";
  }
}
