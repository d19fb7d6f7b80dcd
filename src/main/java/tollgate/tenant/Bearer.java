package tollgate.tenant;

/** Who bears the commission of an operation. */
public enum Bearer {
  /** Added on top: the payer pays more, the full amount arrives. */
  PAYER,
  /** Deducted: the payer pays the amount, less arrives. */
  RECEIVER,
  /** The payer pays the amount, all of it arrives, and the company owes the commission. */
  COMPANY
}
