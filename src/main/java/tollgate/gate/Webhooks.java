package tollgate.gate;

import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.tenant.Project;

/**
 * Writes what a merchant is told when it becomes true, and signs it when it is told: a wave of ten
 * thousand declines waits for no signature, and one that is told after a key was changed has the
 * newest.
 */
public final class Webhooks {

  /** What we have written ourselves: no deeper than redirect data, no longer than their fields. */
  private static final Limits WRITTEN = new Limits(1 << 20, 16, 1 << 20, 20);

  private Webhooks() {}

  /** What is told: which effect of which operation of a payment as it is now. */
  public record Notice(Payment payment, Payment.Id operation, Effect effect) {}

  /**
   * Writes a notice.
   *
   * @param project whose payment it is
   * @throws IllegalStateException when the payment's redirect cannot be told to a merchant
   */
  public static Webhook write(Notice notice, Project project) {
    if (!notice.effect().isNotice()) throw new IllegalArgumentException("tells nobody: " + notice);

    var payment = notice.payment();
    var refund = payment.refund(notice.operation().operation());
    var wish = payment.terms().details().webhooks();
    var asked = refund == null ? null : refund.wish().webhookUrl();
    var url = asked == null ? wish.url() : asked;
    var json =
        refund == null
            ? PaymentBody.webhook(payment, project)
            : PaymentBody.webhook(payment, refund, project);
    return new Webhook(
        notice.operation(),
        notice.effect(),
        url == null ? project.webhookUrl() : url,
        json.bytes(),
        wish.delaySeconds());
  }

  /**
   * The body as it is sent, its signature the last member. What was signed when it was written, as
   * all was until 2026-11-24, stays as it is.
   *
   * @param body of a {@link Webhook}
   * @param signature made with the project's keys; given, so that keys are prepared once
   */
  public static byte[] signed(byte[] body, GateSignature signature) {
    var message = read(body);
    return Place.ROOT.in(message) == null ? signature.signed(message).bytes() : body;
  }

  private static Json.Obj read(byte[] body) {
    try {
      if (JsonReader.read(body, WRITTEN) instanceof Json.Obj message) return message;
    } catch (JsonRefused broken) {
      throw new IllegalStateException("a webhook that is no JSON", broken);
    }
    throw new IllegalStateException("a webhook that is no object");
  }
}
