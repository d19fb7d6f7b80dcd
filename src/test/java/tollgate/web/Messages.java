package tollgate.web;

import tollgate.json.Json;

/** Good requests, from which the tests make bad ones. */
final class Messages {

  static final String SALE =
      """
      {"general":{"project_id":210,"payment_id":"TG-1"},
       "payment":{"amount":12550,"currency":"MYR","description":"Top-up №7 / gold"},
       "customer":{"id":"cust-88","ip_address":"192.0.2.44"},
       "return_url":{"success":"https://shop.example/ok?o=731","decline":"https://shop.example/no"}}
      """;

  private Messages() {}

  /** The path and a good message by a short name; the wallet is the one that exists. */
  static Good good(String name, String wallet) {
    return switch (name) {
      case "sale" -> new Good("/v2/payment/wallet/touchngo/sale", SALE, false);
      case "topup" ->
          new Good(
              "/v2/payment/wallet/taxi/sale",
              SALE.strip().replaceFirst("}$", ",\"wallet\":{\"account_id\":\"" + wallet + "\"}}"),
              false);
      case "status" ->
          new Good(
              "/v2/payment/status",
              "{\"general\":{\"project_id\":210,\"payment_id\":\"TG-1\"}}",
              false);
      case "request" ->
          new Good(
              "/v2/payment/status/request",
              "{\"project_id\":210,\"request_id\":\"no-such-request\"}",
              true);
      case "check" ->
          new Good(
              "/v2/info/check/signature",
              "{\"general\":{\"project_id\":210},\"anything\":[1,\"a\",true,null]}",
              false);
      case "open" ->
          new Good(
              "/v2/wallet/open",
              "{\"general\":{\"project_id\":210},\"customer\":{\"id\":\"cust-99\"}}",
              false);
      case "get" ->
          new Good("/v2/wallet/get", "{\"general\":{\"project_id\":210}" + wallet(wallet), false);
      case "history" ->
          new Good(
              "/v2/wallet/history", "{\"general\":{\"project_id\":210}" + wallet(wallet), false);
      case "receipt" ->
          new Good(
              "/v2/wallet/receipt",
              "{\"general\":{\"project_id\":210,\"payment_id\":\"TG-1\"}" + wallet(wallet),
              false);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String wallet(String number) {
    return ",\"wallet\":{\"account_id\":\"" + number + "\"}}";
  }

  /**
   * A good request.
   *
   * @param flat whether its signature stands at the root
   */
  record Good(String path, String text, boolean flat) {
    Json.Obj message() {
      return GateServer.object(text);
    }
  }
}
