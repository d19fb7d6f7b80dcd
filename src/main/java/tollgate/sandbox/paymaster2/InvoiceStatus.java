package tollgate.sandbox.paymaster2;

/** Payment status (2.2). */
enum InvoiceStatus {
  PENDING("Pending"),
  CONFIRMATION("Confirmation"),
  AUTHORIZED("Authorized"),
  SETTLED("Settled"),
  CANCELLED("Cancelled"),
  REJECTED("Rejected");

  private final String word;

  InvoiceStatus(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
