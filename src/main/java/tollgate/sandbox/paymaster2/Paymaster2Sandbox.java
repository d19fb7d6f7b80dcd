package tollgate.sandbox.paymaster2;

import io.vertx.ext.web.Router;
import java.util.Optional;
import tollgate.sandbox.Action;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Memory;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Simulated;
import tollgate.sandbox.Totals;

/** The simulated PayMaster, API v2, whole: its calls and its pay page. */
public final class Paymaster2Sandbox implements Simulated {

  private final Invoices invoices;
  private final InvoiceApi api;
  private final RefundApi refunds;
  private final PayPages pages;

  /** {@code base} is the address under which it is mounted. */
  public Paymaster2Sandbox(SandboxParts parts, String base) {
    var door = new Door(parts);
    this.invoices = new Invoices(parts);
    this.api = new InvoiceApi(parts, door, invoices, base);
    this.refunds = new RefundApi(parts, door, invoices);
    this.pages = new PayPages(invoices, base);
  }

  @Override
  public void mount(Router router) {
    api.mount(router);
    refunds.mount(router);
    pages.mount(router);
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
