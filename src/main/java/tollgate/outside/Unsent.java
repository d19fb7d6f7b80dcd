package tollgate.outside;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tollgate.payment.Code;

/**
 * Nothing of the message left us, so it can be tried again or given up without a doubt. Carries no
 * stack: a dead provider makes thousands of these.
 */
final class Unsent extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Code code;
  private final @Nullable Duration roomIn;

  /** {@code code} is why a payment would be declined, should no later try succeed. */
  Unsent(Code code, String why) {
    this(code, why, null);
  }

  private Unsent(Code code, String why, @Nullable Duration roomIn) {
    super(why, null, false, false);
    this.code = code;
    this.roomIn = roomIn;
  }

  /** It was not even tried: there was no room, and may be some after this time. */
  static Unsent noRoom(String why, Duration roomIn) {
    return new Unsent(Code.NETWORK_ERROR, why, roomIn);
  }

  Code code() {
    return code;
  }

  /** When there may be room; absent when it was tried. */
  @Nullable Duration roomIn() {
    return roomIn;
  }
}
