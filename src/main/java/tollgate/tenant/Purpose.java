package tollgate.tenant;

/** What a gateway may be used for. */
public enum Purpose {
  /** Purchases, and direct top-ups of wallets by an ordinary payment method. */
  PAYMENT,
  /** Top-ups of wallets and nothing else. */
  TOP_UP,
  /** Money to customers. */
  PAYOUT
}
