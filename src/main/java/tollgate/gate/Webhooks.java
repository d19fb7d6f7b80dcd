package tollgate.gate;

import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.signing.GateSignature;
import tollgate.tenant.Project;

/** Writes what a merchant is told, and freezes it under the project's signature. */
public final class Webhooks {

  private Webhooks() {}

  /** What is told: which effect of which operation of a payment as it is now. */
  public record Notice(Payment payment, Payment.Id operation, Effect effect) {}

  /**
   * Writes a notice.
   *
   * @param project whose payment it is
   * @param signature made with the project's keys; given, so that keys are prepared once
   * @throws IllegalStateException when the payment's redirect cannot be told to a merchant
   */
  public static Webhook write(Notice notice, Project project, GateSignature signature) {
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
        signature.signed(json).bytes(),
        wish.delaySeconds());
  }
}
