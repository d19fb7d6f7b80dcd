package tollgate.sandbox;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The control API for faults of payments still to come. */
final class FaultRoutes {

  private static final int MATCH_LENGTH_MAX = 100;

  private final FaultRules rules;

  FaultRoutes(FaultRules rules) {
    this.rules = rules;
  }

  void mount(Router router) {
    router.post("/faults").handler(this::add);
    router.get("/faults").handler(this::list);
    router.delete("/faults").handler(this::clear);
  }

  private void add(RoutingContext call) {
    var rule = read(call);
    if (rule.isEmpty()) {
      JsonReply.error(
          call, 400, "wanted: {\"match\": text, \"faults\": {name: value}}; see sandbox.md");
      return;
    }
    if (!rules.add(rule.get())) {
      JsonReply.error(call, 409, "too many rules; DELETE removes them all");
      return;
    }
    JsonReply.send(call, 200, told(rule.get()));
  }

  private static Optional<FaultRules.Rule> read(RoutingContext call) {
    try {
      var body = call.body().asJsonObject();
      if (body == null
          || !(body.getValue("match") instanceof String match)
          || !(body.getValue("faults") instanceof JsonObject words)) {
        return Optional.empty();
      }
      if (match.isEmpty() || match.length() > MATCH_LENGTH_MAX) return Optional.empty();

      return Faults.of(texts(words)).map(faults -> new FaultRules.Rule(match, faults));
    } catch (DecodeException | ClassCastException malformed) {
      return Optional.empty();
    }
  }

  private static Map<String, String> texts(JsonObject words) {
    var texts = new LinkedHashMap<String, String>();
    words.forEach(word -> texts.put(word.getKey(), String.valueOf(word.getValue())));
    return texts;
  }

  private void list(RoutingContext call) {
    var all = new JsonArray();
    rules.all().forEach(rule -> all.add(told(rule)));
    JsonReply.send(call, 200, new JsonObject().put("rules", all));
  }

  private void clear(RoutingContext call) {
    rules.clear();
    list(call);
  }

  private static JsonObject told(FaultRules.Rule rule) {
    var faults = new JsonObject();
    rule.faults().asked().forEach((fault, value) -> faults.put(fault.word(), value));
    return new JsonObject().put("match", rule.match()).put("faults", faults);
  }
}
