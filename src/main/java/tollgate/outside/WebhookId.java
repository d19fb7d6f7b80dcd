package tollgate.outside;

import java.util.UUID;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/**
 * The id by which a merchant knows a repeated webhook: the same on every attempt, from every node,
 * because it is made of nothing but the payment and what is told of it. A UUID of version 8.
 */
final class WebhookId {

  private static final int EFFECT_BITS = 4;
  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long LOW_12_BITS = 0xFFFL;

  private WebhookId() {}

  /** Project: the 60 bits before and after the version; operation and effect: the last 62. */
  static UUID of(Payment.Id id, Effect effect) {
    long high = (id.project() >>> 12 << 16) | VERSION_8 | (id.project() & LOW_12_BITS);
    long low = VARIANT | (id.operation() << EFFECT_BITS) | effect.number();
    return new UUID(high, low);
  }
}
