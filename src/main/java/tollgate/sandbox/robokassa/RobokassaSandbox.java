package tollgate.sandbox.robokassa;

import io.vertx.ext.web.Router;
import java.util.Optional;
import tollgate.sandbox.Action;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Memory;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Simulated;
import tollgate.sandbox.Totals;

/** The simulated Robokassa, whole: its page, its status query and its refund service. */
public final class RobokassaSandbox implements Simulated {

  private final Invoices invoices;
  private final RobokassaPages pages;
  private final OperationStates states;
  private final RefundDesk refunds;

  /** {@code base} is the address under which it is mounted. */
  public RobokassaSandbox(SandboxParts parts, String base) {
    var shops = new Shops(parts.options().accounts(RobokassaAccount.class));
    this.invoices = new Invoices(parts);
    this.pages = new RobokassaPages(parts, shops, invoices, base);
    this.states = new OperationStates(shops, invoices);
    this.refunds = new RefundDesk(parts, shops, invoices);
  }

  @Override
  public void mount(Router router) {
    pages.mount(router);
    states.mount(router);
    refunds.mount(router);
  }

  @Override
  public Optional<? extends Kept> find(String id) {
    return invoices.find(id);
  }

  @Override
  public Optional<? extends Memory.Change<? extends Kept>> play(String id, Action action) {
    return invoices.find(id).flatMap(kept -> invoices.play(kept.id(), action)).map(Played::change);
  }

  @Override
  public Memory<? extends Kept> memory() {
    return invoices.memory();
  }

  @Override
  public Totals totals() {
    return invoices.totals();
  }
}
