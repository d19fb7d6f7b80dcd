package tollgate.sandbox.qiwi;

/** What a bill can be (§4). All but the first are final. */
enum QiwiStatus {
  WAITING,
  PAID,
  REJECTED,
  EXPIRED
}
