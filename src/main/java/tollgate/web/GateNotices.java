package tollgate.web;

import java.util.function.Supplier;
import tollgate.engine.Notices;
import tollgate.gate.Webhook;
import tollgate.gate.Webhooks;
import tollgate.gate.Webhooks.Notice;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.tenant.Tenants;

/** Writes notices in the Gate dialect. */
public final class GateNotices implements Notices {

  private final Supplier<Tenants> tenants;

  public GateNotices(Supplier<Tenants> tenants) {
    this.tenants = tenants;
  }

  /** {@link IllegalStateException} when nobody knows the project: then nothing is committed. */
  @Override
  public Webhook write(Payment payment, Payment.Id operation, Effect effect) {
    var project = tenants.get().project(payment.id().project());
    if (project == null) {
      throw new IllegalStateException("no project " + payment.id().project());
    }
    return Webhooks.write(new Notice(payment, operation, effect), project);
  }
}
