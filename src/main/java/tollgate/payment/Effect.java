package tollgate.payment;

/**
 * Something to do in the world once a step is saved. The number is what the outbox stores and never
 * changes its meaning.
 */
public enum Effect {
  CALL_PROVIDER(1),
  CANCEL_AT_PROVIDER(2),
  NOTIFY_INTERMEDIATE(3),
  NOTIFY_FINAL(4),
  /** Kept nowhere: if it is lost, the payment's own due time asks again. */
  ASK_PROVIDER(5),
  /** Of a refund: the provider must give the money back. */
  REFUND_AT_PROVIDER(6),
  /** The payment stays declined, and its money was credited all the same. */
  NOTIFY_LATE(7),
  /** Of money that came late: a refund must be begun, which is an operation of its own. */
  REFUND_LATE(8),
  /** Of a link, which has more to tell than a beginning and an end. */
  NOTIFY_LINK_OPENED(10),
  NOTIFY_LINK_MAILED(11),
  /** Of a link: its address goes to the customer by e-mail. */
  MAIL_LINK(12);

  private final int number;

  Effect(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** Whether it must survive a crash as a row of the outbox. */
  public boolean isDurable() {
    return this != ASK_PROVIDER;
  }

  public boolean isNotice() {
    return switch (this) {
      case NOTIFY_INTERMEDIATE, NOTIFY_FINAL, NOTIFY_LATE -> true;
      case NOTIFY_LINK_OPENED, NOTIFY_LINK_MAILED -> true;
      case CALL_PROVIDER, CANCEL_AT_PROVIDER, ASK_PROVIDER, MAIL_LINK -> false;
      case REFUND_AT_PROVIDER, REFUND_LATE -> false;
    };
  }

  /** Whether nobody stands before a page or holds money for it, so that decisions come first. */
  public boolean mayWait() {
    return this == CANCEL_AT_PROVIDER || this == NOTIFY_FINAL;
  }

  public static Effect of(int number) {
    for (var effect : values()) {
      if (effect.number == number) return effect;
    }
    throw new IllegalArgumentException("no such effect: " + number);
  }
}
