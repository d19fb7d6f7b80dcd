package tollgate.sandbox.mykassa;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import tollgate.sandbox.Action;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Memory;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Simulated;
import tollgate.sandbox.Totals;

/** The simulated MyKassa and FreeKassa, whole: their pages and FreeKassa's orders. */
public final class MykassaSandbox implements Simulated {

  private final SandboxParts parts;
  private final Orders orders;
  private final MykassaPages pages;
  private final OrdersApi api;

  /** {@code base} is the address under which it is mounted. */
  public MykassaSandbox(SandboxParts parts, String base) {
    this.parts = parts;
    this.orders = new Orders(parts);
    this.pages = new MykassaPages(parts, orders, base);
    this.api = new OrdersApi(parts, orders);
  }

  @Override
  public void mount(Router router) {
    pages.mount(router);
    api.mount(router);
    router.post("/test/:id").handler(this::trial);
  }

  /** Of both flavours, where a shop of that number has both. */
  private void trial(RoutingContext call) {
    var shops =
        parts.options().accounts(MykassaAccount.class).stream()
            .filter(each -> each.shop().equals(Calls.id(call)))
            .toList();
    if (shops.isEmpty()) {
      call.response().setStatusCode(404).end();
      return;
    }
    Future.all(shops.stream().map(orders::trial).toList())
        .onComplete(_ -> call.response().setStatusCode(204).end());
  }

  @Override
  public Optional<? extends Kept> find(String id) {
    return orders.find(id);
  }

  @Override
  public Optional<? extends Memory.Change<? extends Kept>> play(String id, Action action) {
    return orders.find(id).flatMap(kept -> orders.play(kept.id(), action)).map(Played::change);
  }

  @Override
  public Memory<? extends Kept> memory() {
    return orders.memory();
  }

  @Override
  public Totals totals() {
    return orders.totals();
  }
}
