package tollgate.sandbox.paymaster;

/** State of a payment (1.6). */
enum BillStatus {
  INITIATED,
  PROCESSING,
  COMPLETE,
  CANCELLED
}
