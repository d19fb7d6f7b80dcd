package tollgate.sandbox.robokassa;

/** What OpStateExt calls a state (§7). */
enum InvoiceState {
  CREATED(5, "Waiting for the customer"),
  CANCELLED(10, "Cancelled, nothing was paid"),
  HELD(20, "The money is held"),
  CREDITING(50, "Paid, being credited"),
  RETURNED(60, "Refused, the money went back to the customer"),
  DONE(100, "Paid");

  private final int code;
  private final String message;

  InvoiceState(int code, String message) {
    this.code = code;
    this.message = message;
  }

  int code() {
    return code;
  }

  String message() {
    return message;
  }
}
