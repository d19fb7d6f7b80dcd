package tollgate.sandbox.yoomoney;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import tollgate.sandbox.Action;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Memory;
import tollgate.sandbox.Mishaps;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Simulated;
import tollgate.sandbox.Totals;

/** The simulated YooMoney, whole: its form, its history and the button for trials. */
public final class YoomoneySandbox implements Simulated {

  private static final int LABEL_CHARS_MAX = 64;

  private final SandboxParts parts;
  private final Yoomoney yoomoney;
  private final QuickpayPages pages;
  private final Mishaps asked;

  /** {@code base} is the address under which it is mounted. */
  public YoomoneySandbox(SandboxParts parts, String base) {
    this.parts = parts;
    this.yoomoney = new Yoomoney(parts);
    this.pages = new QuickpayPages(parts, yoomoney, base);
    this.asked = new Mishaps(parts);
  }

  @Override
  public void mount(Router router) {
    pages.mount(router);
    router.post("/api/operation-history").handler(this::history);
    router.post("/test/:id").handler(this::trial);
  }

  private void history(RoutingContext call) {
    var given = call.request().getHeader("Authorization");
    var account =
        parts.options().accounts(YoomoneyAccount.class).stream()
            .filter(each -> !each.token().isEmpty())
            .filter(each -> ("Bearer " + each.token()).equals(given))
            .findFirst();
    if (account.isEmpty()) {
      call.response().setStatusCode(401).end();
      return;
    }
    var label = call.request().formAttributes().get("label");
    history(call, account.get(), label == null ? "" : label);
  }

  private void history(RoutingContext call, YoomoneyAccount account, String label) {
    if (label.length() > LABEL_CHARS_MAX) {
      send(call, new JsonObject().put("error", "illegal_param_label"));
      return;
    }
    var found = yoomoney.history(account, label);
    if (!found.isEmpty()) {
      var hit = asked.hitting(found.getFirst().origin().faults(), found.getFirst().id());
      if (asked.asked(hit, status -> call.response().setStatusCode(status).end())) return;
    }
    var operations = new JsonArray();
    found.forEach(kept -> operations.add(YoomoneyMessages.operation(kept)));
    send(call, new JsonObject().put("operations", operations));
  }

  private static void send(RoutingContext call, JsonObject body) {
    call.response().putHeader("Content-Type", "application/json").end(body.toBuffer());
  }

  private void trial(RoutingContext call) {
    parts.options().accounts(YoomoneyAccount.class).stream()
        .filter(each -> each.receiver().equals(Calls.id(call)))
        .findFirst()
        .ifPresentOrElse(
            account ->
                yoomoney.trial(account).onComplete(_ -> call.response().setStatusCode(204).end()),
            () -> call.response().setStatusCode(404).end());
  }

  @Override
  public Optional<? extends Kept> find(String id) {
    return yoomoney.find(id);
  }

  @Override
  public Optional<? extends Memory.Change<? extends Kept>> play(String id, Action action) {
    return yoomoney.find(id).flatMap(kept -> yoomoney.play(kept.id(), action)).map(Played::change);
  }

  @Override
  public Memory<? extends Kept> memory() {
    return yoomoney.memory();
  }

  @Override
  public Totals totals() {
    return yoomoney.totals();
  }
}
