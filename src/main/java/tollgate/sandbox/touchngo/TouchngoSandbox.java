package tollgate.sandbox.touchngo;

import io.vertx.ext.web.Router;
import java.util.Optional;
import tollgate.sandbox.Action;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Memory;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Simulated;
import tollgate.sandbox.Totals;

/** The simulated provider of Touch'n Go, whole: its pay page and its calls for merchants. */
public final class TouchngoSandbox implements Simulated {

  private final Touchngo touchngo;
  private final MerchantApi api;
  private final PayPages pages;

  /** {@code base} is the address under which it is mounted. */
  public TouchngoSandbox(SandboxParts parts, String base) {
    var accounts = new Accounts(parts.options().touchngo());
    this.touchngo = new Touchngo(parts);
    this.api = new MerchantApi(accounts, touchngo);
    this.pages = new PayPages(parts, accounts, touchngo, base);
  }

  @Override
  public void mount(Router router) {
    api.mount(router);
    pages.mount(router);
  }

  @Override
  public Optional<? extends Kept> find(String id) {
    return touchngo.find(id);
  }

  @Override
  public Optional<? extends Memory.Change<? extends Kept>> play(String id, Action action) {
    return touchngo
        .find(id)
        .flatMap(kept -> touchngo.play(kept.id(), action))
        .map(Touchngo.Played::change);
  }

  @Override
  public Memory<? extends Kept> memory() {
    return touchngo.memory();
  }

  @Override
  public Totals totals() {
    return touchngo.totals();
  }
}
