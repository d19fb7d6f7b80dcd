package tollgate.gate;

import tollgate.payment.Effect;
import tollgate.payment.Payment;

/**
 * What a merchant is told, frozen with its signature when the event happened: every attempt sends
 * these bytes.
 *
 * @param effect {@code NOTIFY_INTERMEDIATE} or {@code NOTIFY_FINAL}
 * @param url where it goes
 * @param body UTF-8 JSON, signed; not a copy
 * @param delaySeconds before the first attempt
 */
@SuppressWarnings("ArrayRecordComponent")
public record Webhook(
    Payment.Id payment, Effect effect, String url, byte[] body, int delaySeconds) {}
