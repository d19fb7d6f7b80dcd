package tollgate.demo;

import tollgate.json.Json;
import tollgate.json.ObjBuilder;

/** A payment of the fake gateway, and what it says about it. */
final class FakePayment {

  private static final String DATE = "2026-03-02T09:16:01+0000";

  /** Whoever asks for this amount is refused at once. */
  private static final long FORBIDDEN = 999;

  private final Shop shop;
  private final Json.Obj sale;
  private final String gateway;
  private volatile String status = "processing";
  private volatile String code = "9999";

  FakePayment(Shop shop, Json.Obj sale, String gateway) {
    this.shop = shop;
    this.sale = sale;
    this.gateway = gateway;
  }

  static Json.Obj unknown(Shop shop) {
    return Json.object()
        .put("project_id", shop.project())
        .put("payment", Json.object().put("id", "nope").put("status", "error"))
        .build();
  }

  Shop shop() {
    return shop;
  }

  String id() {
    return FakeGateway.text(sale, "general", "payment_id");
  }

  String wallet() {
    return FakeGateway.text(sale, "wallet", "account_id");
  }

  String back() {
    return FakeGateway.text(sale, "return_url", "success");
  }

  boolean isForbidden() {
    return amount() == FORBIDDEN;
  }

  /** Unless it has ended meanwhile. */
  void waits() {
    if (status.equals("processing")) status = "awaiting redirect result";
  }

  void becomes(String newStatus, String newCode) {
    status = newStatus;
    code = newCode;
  }

  private long amount() {
    return ((Json.Num) sale.at("payment", "amount")).longValue();
  }

  Json entry(long balanceBefore) {
    return Json.object()
        .put("entry_id", 1)
        .put("amount", amount())
        .put("currency", shop.currency().getCurrencyCode())
        .put("balance_after", balanceBefore + amount())
        .put(
            "payment",
            Json.object()
                .put("id", id())
                .put("operation_id", 900417)
                .put("method", shop.ways().getFirst().wire()))
        .put("date", DATE)
        .build();
  }

  Json.Obj webhook(boolean withRedirect) {
    return common(withRedirect).put("operation", operation()).build();
  }

  Json.Obj answer() {
    var waits = status.equals("awaiting redirect result");
    return common(waits).put("operations", Json.array(operation())).build();
  }

  private ObjBuilder common(boolean withRedirect) {
    var body =
        Json.object()
            .put("project_id", shop.project())
            .put(
                "payment",
                Json.object()
                    .put("id", id())
                    .put("type", "purchase")
                    .put("status", status)
                    .put("date", DATE)
                    .put("method", shop.ways().getFirst().wire())
                    .put("sum", sum())
                    .put("description", FakeGateway.text(sale, "payment", "description")))
            .put("customer", sale.member("customer"));
    return withRedirect ? body.put("redirect_data", redirect()) : body;
  }

  private Json.Obj sum() {
    return Json.object()
        .put("amount", amount())
        .put("currency", shop.currency().getCurrencyCode())
        .build();
  }

  private Json.Obj operation() {
    return Json.object()
        .put("id", 900417)
        .put("type", "sale")
        .put("status", status)
        .put("date", DATE)
        .put("sum_initial", sum())
        .put("code", code)
        .put("message", code.equals("0") ? "Success" : "General decline")
        .build();
  }

  /** Touch'n Go wants a form, GoPay is an address: as their real adapters give it. */
  private Json.Obj redirect() {
    var url = gateway + "/provider/" + id();
    var isForm = shop.project() == 210;
    var fields = Json.object().put("MerchantCode", "M42").put("PaymentDesc", "<b>\"Taxi\"</b>");
    return Json.object()
        .put("method", isForm ? "POST" : "GET")
        .put("body", isForm ? fields.build() : Json.array())
        .put("encrypted", Json.array())
        .put("url", url)
        .build();
  }
}
