package tollgate.tenant;

/** What becomes of money that arrives after we declined. It is in suspense at first, always. */
public enum LateSuccess {
  /** It waits there until a person credits or refunds it. */
  HOLD,
  /** It is credited as if it had come in time. */
  CREDIT,
  /** It goes back to the payer. */
  REFUND
}
