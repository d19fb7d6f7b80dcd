package tollgate.provider.midtrans;

import tollgate.json.Json;

/** A message of Midtrans by its members. Read leniently: members come and go with its age (10). */
record Message(Json.Obj body) {

  /** The text of that name; empty where there is none, or something else in its place. */
  String text(String name) {
    return body.member(name) instanceof Json.Str member ? member.text() : "";
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }

  /** The body's own code, which decides before the HTTP status does (section 9). */
  String code() {
    return text("status_code");
  }

  String status() {
    return text("transaction_status");
  }

  String orderId() {
    return text("order_id");
  }
}
