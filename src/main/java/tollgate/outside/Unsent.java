package tollgate.outside;

import tollgate.payment.Code;

/**
 * Nothing of the message left us, so it can be tried again or given up without a doubt. Carries no
 * stack: a dead provider makes thousands of these.
 */
final class Unsent extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Code code;

  /** {@code code} is why a payment would be declined, should no later try succeed. */
  Unsent(Code code, String why) {
    super(why, null, false, false);
    this.code = code;
  }

  Code code() {
    return code;
  }
}
