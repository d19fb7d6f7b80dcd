package tollgate.engine;

import org.jspecify.annotations.Nullable;
import tollgate.gate.Webhook;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/**
 * An effect that this node has leased and must perform now.
 *
 * @param operation whose effect it is: the payment's own, or that of one of its refunds
 * @param attempt 1 for the first; it fences: a row whose attempt has moved on belongs to another
 *     node
 * @param webhook what to send, when the effect is a notice
 */
public record Duty(
    Payment payment, Payment.Id operation, Effect effect, int attempt, @Nullable Webhook webhook) {

  /** Of the payment's own operation. */
  public Duty(Payment payment, Effect effect, int attempt, @Nullable Webhook webhook) {
    this(payment, payment.id(), effect, attempt, webhook);
  }
}
