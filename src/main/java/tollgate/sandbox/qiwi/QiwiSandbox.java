package tollgate.sandbox.qiwi;

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

/** The simulated QIWI, whole: its API for bills and its payment form. */
public final class QiwiSandbox implements Simulated {

  private final Qiwi qiwi;
  private final BillApi api;
  private final FormPages pages;

  /** {@code base} is the address under which it is mounted. */
  public QiwiSandbox(SandboxParts parts, String base) {
    var messages = new QiwiMessages(base);
    this.qiwi = new Qiwi(parts, messages);
    this.api = new BillApi(parts, qiwi, messages);
    this.pages = new FormPages(parts, qiwi, messages, base);
  }

  @Override
  public void mount(Router router) {
    api.mount(router);
    pages.mount(router);
    router.post("/expire/:id").handler(this::expire);
  }

  /** Time runs out for one bill. */
  private void expire(RoutingContext call) {
    var ended = qiwi.find(Calls.id(call)).flatMap(bill -> qiwi.end(bill.id(), QiwiStatus.EXPIRED));
    call.response().setStatusCode(ended.isPresent() ? 204 : 404).end();
  }

  @Override
  public Optional<? extends Kept> find(String id) {
    return qiwi.find(id);
  }

  @Override
  public Optional<? extends Memory.Change<? extends Kept>> play(String id, Action action) {
    return qiwi.find(id).flatMap(bill -> qiwi.play(bill.id(), action)).map(Played::change);
  }

  @Override
  public Memory<? extends Kept> memory() {
    return qiwi.memory();
  }

  @Override
  public Totals totals() {
    return qiwi.totals();
  }
}
