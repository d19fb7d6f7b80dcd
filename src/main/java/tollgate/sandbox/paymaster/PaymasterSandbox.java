package tollgate.sandbox.paymaster;

import io.vertx.ext.web.Router;
import java.util.Optional;
import tollgate.sandbox.Action;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Memory;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Simulated;
import tollgate.sandbox.Totals;

/** The simulated PayMaster of the older protocol, whole: its form, its page and its REST calls. */
public final class PaymasterSandbox implements Simulated {

  private final Bills bills;
  private final PayPages pages;
  private final RestApi api;

  /** {@code base} is the address under which it is mounted. */
  public PaymasterSandbox(SandboxParts parts, String base) {
    this.bills = new Bills(parts);
    this.pages = new PayPages(parts, bills, base);
    this.api = new RestApi(parts, bills);
  }

  @Override
  public void mount(Router router) {
    pages.mount(router);
    api.mount(router);
  }

  @Override
  public Optional<? extends Kept> find(String id) {
    return bills.find(id);
  }

  @Override
  public Optional<? extends Memory.Change<? extends Kept>> play(String id, Action action) {
    return bills.find(id).flatMap(kept -> bills.play(kept.id(), action)).map(Played::change);
  }

  @Override
  public Memory<? extends Kept> memory() {
    return bills.memory();
  }

  @Override
  public Totals totals() {
    return bills.totals();
  }
}
