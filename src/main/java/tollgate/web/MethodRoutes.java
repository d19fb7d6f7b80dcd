package tollgate.web;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.Comparator;
import tollgate.engine.Vitals;
import tollgate.json.Json;
import tollgate.json.ObjBuilder;
import tollgate.tenant.Activation;
import tollgate.tenant.Bounds;
import tollgate.tenant.Project;

/**
 * What a project's customers can pay with now, and how it does: so that an app can hide a method
 * that fails. Methods that are switched off are not told at all.
 */
final class MethodRoutes {

  private static final String OPEN = "open";

  private final Vitals vitals;

  MethodRoutes(Vitals vitals) {
    this.vitals = vitals;
  }

  void mount(Router router, GateDoor door) {
    door.mount(router, Endpoint.METHODS, this::methods);
  }

  private Future<GateAnswer> methods(GateRequest request) {
    request.fields().check();
    var project = request.project();
    var shown =
        project.activations().values().stream()
            .filter(Activation::on)
            .sorted(Comparator.comparing(activation -> activation.method().code()))
            .map(activation -> method(project, activation))
            .toList();
    var body =
        Json.object()
            .put("project_id", project.id())
            .put("window_seconds", vitals.window().toSeconds())
            .put("methods", Json.array(shown));
    return Future.succeededFuture(request.signed(body.build()));
  }

  private Json.Obj method(Project project, Activation activation) {
    var method = activation.method();
    var breaker = vitals.breaker(activation.gateway().provider());
    var bounds = activation.bounds(method.currency());
    var takes = project.terms().takes(method.currency());
    var told =
        Json.object()
            .put("code", method.code())
            .put("title", method.title())
            .put("currency", method.currency().getCurrencyCode())
            .put("step", method.step())
            .put("top_up_only", method.topUpOnly())
            .put("available", takes && bounds.isPresent() && !breaker.equals(OPEN))
            .put("breaker", breaker);
    bounds.ifPresent(both -> bounds(told, both));
    measured(told, activation);
    return told.build();
  }

  private static void bounds(ObjBuilder told, Bounds bounds) {
    told.put("min", bounds.min()).put("max", bounds.max());
  }

  /** What nobody has measured is left out: no sales are neither a good sign nor a bad one. */
  private void measured(ObjBuilder told, Activation activation) {
    var vital = vitals.of(activation.gateway().number(), activation.method().code());
    told.put("measured_sales", vital.sales());
    if (!vital.isMeasured()) return;

    told.put("success_percent", vital.successPercent());
    if (!vital.hasSucceeded()) return;

    told.put("confirm_p50_ms", vital.p50Millis()).put("confirm_p95_ms", vital.p95Millis());
  }
}
