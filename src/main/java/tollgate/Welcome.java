package tollgate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import tollgate.json.Json;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.tenant.Activation;
import tollgate.tenant.Project;

/** What is said once everything runs: where to look, and a command that works when it is pasted. */
final class Welcome {

  private final Settings settings;
  private final String operationsUrl;

  Welcome(Settings settings, int operationsPort) {
    this.settings = settings;
    operationsUrl = "http://" + settings.operations().host() + ":" + operationsPort;
  }

  /** {@code paymentId} must be fresh, or the command meets a payment that is there already. */
  String text(Iterable<Project> projects, String paymentId) {
    var url = settings.address();
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("Tollgate is up.");
    lines.add("");
    if (settings.demo()) lines.add("  taxi app      " + url + "/");
    lines.add("  Gate API      " + url + "/v2/");
    lines.add("  metrics       " + operationsUrl + "/metrics");
    lines.add("  invariants    " + operationsUrl + "/invariants");
    if (settings.demo()) lines.addAll(trial(projects, paymentId));
    lines.add("");
    return String.join("\n", lines);
  }

  /** One is enough to begin with: that of the first project which sells anything. */
  private List<String> trial(Iterable<Project> projects, String paymentId) {
    return StreamSupport.stream(projects.spliterator(), false)
        .sorted(Comparator.comparingLong(Project::id))
        .map(project -> trial(project, paymentId))
        .filter(lines -> !lines.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<String> trial(Project project, String paymentId) {
    var activation = project.activations().values().stream().findFirst();
    if (activation.isEmpty() || activation.get().method().topUpOnly()) return List.of();

    return List.of(
        "",
        "Try a sale of project " + project.id() + ":",
        "",
        curl(project, activation.get(), paymentId),
        "",
        "and see what its merchant was told:",
        "",
        "  curl '" + settings.address() + "/demo/webhooks?project=" + project.id() + "'");
  }

  private String curl(Project project, Activation activation, String paymentId) {
    var method = activation.method();
    var path = "/v2/payment/wallet/" + method.code() + "/sale";
    var body =
        GateSignature.with(project.secret())
            .signed(sale(project, activation, paymentId), Place.GENERAL);
    return "  curl -H 'Content-Type: application/json' -d '%s' '%s%s'"
        .formatted(body.encode().replace("'", "'\\''"), settings.address(), path);
  }

  private Json.Obj sale(Project project, Activation activation, String paymentId) {
    var method = activation.method();
    var amount =
        Math.min(
            method.max(),
            Math.ceilDiv(Math.max(method.min(), 1000), method.step()) * method.step());
    return Json.object()
        .put(
            "general",
            Json.object().put("project_id", project.id()).put("payment_id", paymentId).build())
        .put("customer", Json.object().put("id", "curl").put("ip_address", "203.0.113.7").build())
        .put(
            "payment",
            Json.object()
                .put("amount", amount)
                .put("currency", method.currency().getCurrencyCode())
                .build())
        .put("return_url", Json.object().put("success", settings.address() + "/").build())
        .build();
  }
}
