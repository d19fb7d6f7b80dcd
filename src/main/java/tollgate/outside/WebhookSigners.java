package tollgate.outside;

import java.util.List;
import tollgate.signing.GateSignature;
import tollgate.signing.StandardWebhooks;
import tollgate.tenant.Secret;

/** A webhook is signed twice: in the Gate dialect inside it, and beside it in its headers. */
record WebhookSigners(GateSignature inside, StandardWebhooks beside) {

  /** The newest secret comes first. */
  static WebhookSigners with(List<Secret> secrets) {
    return new WebhookSigners(GateSignature.with(secrets), StandardWebhooks.with(secrets));
  }
}
