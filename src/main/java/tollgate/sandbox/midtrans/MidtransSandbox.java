package tollgate.sandbox.midtrans;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import tollgate.sandbox.Action;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Memory;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Simulated;
import tollgate.sandbox.Totals;

/** The simulated Midtrans, whole: its API, its app and its QR images. */
public final class MidtransSandbox implements Simulated {

  private final MidtransMessages messages;
  private final Gopay gopay;
  private final CoreApi api;
  private final GopayPages pages;

  /** {@code base} is the address under which it is mounted. */
  public MidtransSandbox(SandboxParts parts, String base) {
    this.messages = new MidtransMessages(base);
    this.gopay = new Gopay(parts, messages);
    this.api = new CoreApi(parts, gopay, messages);
    this.pages = new GopayPages(gopay, base);
  }

  @Override
  public void mount(Router router) {
    api.mount(router);
    pages.mount(router);
    router.get("/v2/gopay/:id/qr-code").handler(this::qrCode);
    router.get("/v4/qris/gopay/:id/qr-code").handler(this::qrCode);
  }

  private void qrCode(RoutingContext call) {
    var kept = gopay.memory().byId(Calls.id(call));
    if (kept.isEmpty()) {
      call.response().setStatusCode(404).end();
      return;
    }
    call.response()
        .putHeader("Content-Type", "image/png")
        .end(QrImage.png(messages.appUrl(kept.get())));
  }

  @Override
  public Optional<? extends Memory.Change<? extends Kept>> play(String id, Action action) {
    return gopay.find(id).flatMap(kept -> gopay.play(kept.id(), action));
  }

  @Override
  public Optional<? extends Kept> find(String id) {
    return gopay.find(id);
  }

  @Override
  public Memory<? extends Kept> memory() {
    return gopay.memory();
  }

  @Override
  public Totals totals() {
    return gopay.totals();
  }
}
