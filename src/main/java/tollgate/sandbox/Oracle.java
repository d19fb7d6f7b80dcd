package tollgate.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** What a provider says it took, for auditors, and the customer's part without a browser. */
final class Oracle {

  private static final int PAGE_MAX = 1000;

  private final Simulated provider;

  Oracle(Simulated provider) {
    this.provider = provider;
  }

  void mount(Router router) {
    router.get("/totals").handler(this::totals);
    router.get("/transactions").handler(this::list);
    router.get("/transactions/:id").handler(this::one);
    router.get("/transactions/:id/attempts").handler(this::attempts);
    router.post("/play/:id").handler(this::play);
  }

  private void totals(RoutingContext call) {
    JsonReply.send(call, 200, provider.totals().told().put("kept", provider.memory().size()));
  }

  private void list(RoutingContext call) {
    var after = number(call, "after", 0);
    var limit = Math.clamp(number(call, "limit", 100), 1, PAGE_MAX);
    var page = provider.memory().after(after, limit);
    var told = new JsonArray();
    page.forEach(kept -> told.add(kept.told()));
    var next = page.isEmpty() ? after : page.getLast().number();
    JsonReply.send(call, 200, new JsonObject().put("transactions", told).put("next", next));
  }

  private static long number(RoutingContext call, String name, long otherwise) {
    var given = call.request().getParam(name);
    return given != null && given.matches("[0-9]{1,18}") ? Long.parseLong(given) : otherwise;
  }

  private void one(RoutingContext call) {
    provider
        .find(Calls.id(call))
        .ifPresentOrElse(kept -> JsonReply.send(call, 200, kept.told()), () -> unknown(call));
  }

  private void attempts(RoutingContext call) {
    provider
        .find(Calls.id(call))
        .ifPresentOrElse(
            kept -> JsonReply.send(call, 200, new Told(kept).json()), () -> unknown(call));
  }

  private void play(RoutingContext call) {
    var given = call.request().getParam("action");
    var action = Action.of(given == null ? "pay" : given);
    if (action.isEmpty()) {
      JsonReply.error(call, 400, "action: pay, qr, fail, decline, cancel or leave");
      return;
    }
    provider
        .play(Calls.id(call), action.get())
        .ifPresentOrElse(change -> played(call, change), () -> unknown(call));
  }

  private static void played(RoutingContext call, Memory.Change<? extends Kept> change) {
    JsonReply.send(call, 200, change.after().told().put("changed", change.happened()));
  }

  private static void unknown(RoutingContext call) {
    JsonReply.error(call, 404, "no such transaction");
  }
}
