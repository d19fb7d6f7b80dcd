package tollgate.web;

import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import tollgate.payment.Code;
import tollgate.tenant.Project;

/**
 * Whether a request that its project has signed may come in: from where it comes, and how many came
 * this second. Each node counts by itself, for a count that all share would be a queue.
 */
public final class Gatekeeper {

  private final Origin origin;
  private final LongSupplier nanos;
  private final Map<Long, Allowance> allowances = new ConcurrentHashMap<>();

  /** {@code nanos}: a clock that only goes forward. */
  Gatekeeper(Origin origin, LongSupplier nanos) {
    this.origin = origin;
    this.nanos = nanos;
  }

  /** One for all verticles that share a port. */
  public static Gatekeeper of(WebOptions options) {
    return new Gatekeeper(new Origin(options.proxyNetworks()), System::nanoTime);
  }

  /** Throws {@link GateRefusal}. */
  void admit(Project project, HttpServerRequest request) {
    admit(
        project,
        origin.of(request.remoteAddress().hostAddress(), request.getHeader("x-forwarded-for")));
  }

  void admit(Project project, String address) {
    if (!project.terms().admits(address)) {
      throw GateRefusal.of(
          403, Code.ACCESS_DENIED, "the project sends its requests from other addresses");
    }
    var perSecond = project.terms().requestsPerSecond();
    if (perSecond > 0 && !allowance(project.id(), perSecond).take(nanos.getAsLong())) {
      throw GateRefusal.of(429, Code.TRY_AGAIN, "more than " + perSecond + " requests in a second");
    }
  }

  /** A changed limit begins anew. */
  private Allowance allowance(long project, int perSecond) {
    return allowances.compute(
        project,
        (_, known) ->
            known != null && known.perSecond() == perSecond
                ? known
                : new Allowance(perSecond, nanos.getAsLong()));
  }
}
