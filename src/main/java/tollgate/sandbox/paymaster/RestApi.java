package tollgate.sandbox.paymaster;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Strikes;

/** The REST calls: who calls, under which nonce, and what they want (1.6). */
final class RestApi {

  /** The calls, in small letters, and their own fields in the order in which they are hashed. */
  private static final Map<String, List<String>> CALLS =
      Map.of(
          "getpayment",
          List.of("paymentID"),
          "getpaymentbyinvoiceid",
          List.of("invoiceID", "siteAlias"),
          "refundpayment",
          List.of("paymentID", "amount", "externalID"),
          "listrefunds",
          List.of("accountID", "paymentID", "periodFrom", "periodTo", "externalID"),
          "cancelpayment",
          List.of("paymentID", "error"));

  private static final int NONCES_MAX = 100_000;

  private final SandboxParts parts;
  private final Bills bills;
  private final RefundDesk desk;
  private final Set<String> nonces = ConcurrentHashMap.newKeySet();
  private final Strikes asked = new Strikes();

  RestApi(SandboxParts parts, Bills bills) {
    this.parts = parts;
    this.bills = bills;
    this.desk = new RefundDesk(parts, bills);
  }

  void mount(Router router) {
    router.get("/partners/rest/:call").handler(this::answer);
    router.get("/api/v1/:call").handler(this::answer);
  }

  private void answer(RoutingContext call) {
    var name = String.valueOf(call.pathParam("call")).toLowerCase(Locale.ROOT);
    var own = CALLS.get(name);
    if (own == null) {
      send(call, 404, RestReply.error(RestReply.UNKNOWN));
      return;
    }
    var given = given(call, own);
    var account = caller(given);
    if (account.isEmpty()) {
      send(call, 200, RestReply.error(RestReply.NO_ACCESS));
      return;
    }
    var hash = LmiHash.ofCall(account.get(), value(given, "nonce"), values(given, own));
    if (!hash.equals(given.get("hash"))) {
      send(call, 200, RestReply.error(RestReply.BAD_HASH));
      return;
    }
    if (!isFresh(account.get().login() + ";" + value(given, "nonce"))) {
      send(call, 200, RestReply.error(RestReply.NONCE_USED));
      return;
    }
    perform(call, name, account.get(), given);
  }

  private static Map<String, String> given(RoutingContext call, List<String> own) {
    var params = call.request().params();
    return params.names().stream()
        .filter(name -> own.contains(name) || Set.of("login", "nonce", "hash").contains(name))
        .collect(Collectors.toMap(name -> name, name -> String.valueOf(params.get(name))));
  }

  private static List<String> values(Map<String, String> given, List<String> names) {
    return names.stream().map(name -> value(given, name)).toList();
  }

  private static String value(Map<String, String> given, String name) {
    return given.getOrDefault(name, "");
  }

  private Optional<PaymasterAccount> caller(Map<String, String> given) {
    return parts.options().accounts(PaymasterAccount.class).stream()
        .filter(account -> account.login().equals(given.get("login")))
        .findFirst();
  }

  private boolean isFresh(String nonce) {
    if (nonces.size() >= NONCES_MAX) nonces.clear();
    return nonces.add(nonce);
  }

  private void perform(
      RoutingContext call, String name, PaymasterAccount account, Map<String, String> given) {
    var bill =
        given.containsKey("invoiceID")
            ? bills.memory().byKey(account.siteId() + "/" + value(given, "invoiceID"))
            : bills.find(account, value(given, "paymentID"));
    if (bill.isEmpty()) {
      send(call, 200, RestReply.error(RestReply.NOT_FOUND));
      return;
    }
    switch (name) {
      case "refundpayment" -> refund(call, bill.get(), given);
      case "listrefunds" -> send(call, 200, refunds(bill.get(), value(given, "externalID")));
      case "cancelpayment" -> send(call, 200, cancelled(bill.get()));
      default -> told(call, bill.get());
    }
  }

  private void told(RoutingContext call, Bill bill) {
    var faults = bill.order().faults();
    if (faults.has(Fault.STATUS_ERROR) && faults.hits(asked.next(bill.id()))) {
      send(call, (int) faults.value(Fault.STATUS_ERROR), RestReply.error(RestReply.UNKNOWN));
      return;
    }
    send(call, 200, RestReply.ok("Payment", payment(bill)));
  }

  private JsonObject cancelled(Bill bill) {
    bills.cancel(bill.id());
    return RestReply.ok("Payment", payment(bills.memory().byId(bill.id()).orElse(bill)));
  }

  private static JsonObject payment(Bill bill) {
    var order = bill.order();
    var amount = BillRefund.amount(order.minorUnits());
    return new JsonObject()
        .put("PaymentID", Long.parseLong(bill.id()))
        .put("SiteID", bill.origin().account().siteId())
        .put("SiteInvoiceID", order.no())
        .put("State", bill.status().name())
        .put("Amount", amount)
        .put("CurrencyCode", order.faults().has(Fault.BAD_CURRENCY) ? "USD" : "RUB")
        .put("PaymentAmount", amount)
        .put("PaymentCurrencyCode", "RUB")
        .put("PaymentSystemID", 3)
        .put("Purpose", order.description())
        .put("IsTestPayment", !order.of("LMI_SIM_MODE").isEmpty())
        .put("LastUpdateTime", Notices.TIME.format(bill.state().since()));
  }

  private void refund(RoutingContext call, Bill bill, Map<String, String> given) {
    var faults = parts.rules().of(value(given, "externalID"), List.of());
    if (faults.has(Fault.DROP) || faults.has(Fault.ERROR)) {
      trouble(call, faults, Fault.DROP, Fault.ERROR);
      return;
    }
    var reply = desk.refund(bill, value(given, "externalID"), value(given, "amount"), faults);
    if (faults.has(Fault.DROP_AFTER) || faults.has(Fault.ERROR_AFTER)) {
      trouble(call, faults, Fault.DROP_AFTER, Fault.ERROR_AFTER);
      return;
    }
    send(call, 200, reply);
  }

  private static void trouble(RoutingContext call, Faults faults, Fault drop, Fault error) {
    if (faults.has(drop)) {
      var _ = call.request().connection().close();
      return;
    }
    send(call, (int) faults.value(error), RestReply.error(RestReply.UNKNOWN));
  }

  private static JsonObject refunds(Bill bill, String externalId) {
    var found = new JsonArray();
    bill.state().refunds().stream()
        .filter(refund -> externalId.isEmpty() || refund.externalId().equals(externalId))
        .forEach(refund -> found.add(refund.told(bill.id())));
    return RestReply.ok("Response", new JsonObject().put("Overflow", false).put("Refunds", found));
  }

  private static void send(RoutingContext call, int status, JsonObject body) {
    call.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(body.toBuffer());
  }
}
