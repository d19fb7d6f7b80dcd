package tollgate.sandbox.yookassa;

import io.vertx.ext.web.Router;
import java.util.Optional;
import tollgate.sandbox.Action;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Memory;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Simulated;
import tollgate.sandbox.Totals;

/** The simulated YooKassa, whole: its API and its page. */
public final class YookassaSandbox implements Simulated {

  private final Yookassa yookassa;
  private final ShopApi api;
  private final CheckoutPages pages;

  /** {@code base} is the address under which it is mounted. */
  public YookassaSandbox(SandboxParts parts, String base) {
    var messages = new YookassaMessages(base);
    this.yookassa = new Yookassa(parts, messages);
    this.api = new ShopApi(parts, yookassa, messages);
    this.pages = new CheckoutPages(yookassa, messages);
  }

  @Override
  public void mount(Router router) {
    api.mount(router);
    pages.mount(router);
  }

  @Override
  public Optional<? extends Kept> find(String id) {
    return yookassa.find(id);
  }

  @Override
  public Optional<? extends Memory.Change<? extends Kept>> play(String id, Action action) {
    return yookassa.find(id).flatMap(kept -> yookassa.play(kept.id(), action)).map(Played::change);
  }

  @Override
  public Memory<? extends Kept> memory() {
    return yookassa.memory();
  }

  @Override
  public Totals totals() {
    return yookassa.totals();
  }
}
