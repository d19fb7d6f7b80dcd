package tollgate.gate;

import tollgate.payment.Effect;
import tollgate.payment.Payment;

/**
 * What a merchant is told, frozen when the event happened: every attempt sends these bytes, {@link
 * Webhooks#signed signed}.
 *
 * @param operation what it speaks of: a payment by its first operation, or one of its refunds
 * @param effect {@code NOTIFY_INTERMEDIATE} , {@code NOTIFY_FINAL} or {@code NOTIFY_LATE}
 * @param url where it goes
 * @param body UTF-8 JSON, not yet signed; not a copy
 * @param delaySeconds before the first attempt
 */
@SuppressWarnings("ArrayRecordComponent")
public record Webhook(
    Payment.Id operation, Effect effect, String url, byte[] body, int delaySeconds) {}
