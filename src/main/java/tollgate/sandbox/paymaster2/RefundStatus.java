package tollgate.sandbox.paymaster2;

/** Refund status (2.2). */
enum RefundStatus {
  PENDING("Pending"),
  SUCCESS("Success"),
  REJECTED("Rejected");

  private final String word;

  RefundStatus(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
