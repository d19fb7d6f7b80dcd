package tollgate.gate;

import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.signing.GateSignature;
import tollgate.tenant.Project;

/** Writes what a merchant is told, and freezes it under the project's signature. */
public final class Webhooks {

  private Webhooks() {}

  /**
   * The notice of a payment as it is now.
   *
   * @param project whose payment it is
   * @param signature made with the project's keys; given, so that keys are prepared once
   * @throws IllegalStateException when the payment's redirect cannot be told to a merchant
   */
  public static Webhook write(
      Payment payment, Effect effect, Project project, GateSignature signature) {
    if (!effect.isNotice()) throw new IllegalArgumentException("tells nobody: " + effect);

    var wish = payment.terms().details().webhooks();
    var url = wish.url() == null ? project.webhookUrl() : wish.url();
    var body = signature.signed(PaymentBody.webhook(payment, project));
    return new Webhook(payment.id(), effect, url, body.bytes(), wish.delaySeconds());
  }
}
