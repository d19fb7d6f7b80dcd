package tollgate.sandbox;

import io.vertx.ext.web.RoutingContext;
import java.util.function.IntConsumer;

/** The faults asked for the answers to one call: before anything is made, and after. */
public final class Mishaps {

  private final SandboxParts parts;
  private final Strikes strikes = new Strikes();

  public Mishaps(SandboxParts parts) {
    this.parts = parts;
  }

  /** Those of the faults that hit this call: they hit only the first calls under one key. */
  public Faults hitting(Faults asked, String key) {
    return !asked.asked().isEmpty() && asked.hits(strikes.next(key)) ? asked : Faults.NONE;
  }

  /**
   * Whether the call ends here, with nothing made; {@code fails} answers with an HTTP status in the
   * provider's own shape.
   */
  public boolean before(RoutingContext call, Faults hit, IntConsumer fails) {
    return ended(call, hit, Fault.DROP, Fault.ERROR, fails);
  }

  /** Answers what was made, slowly or not at all where that was asked for. */
  public void after(RoutingContext call, Faults hit, IntConsumer fails, Runnable answer) {
    if (ended(call, hit, Fault.DROP_AFTER, Fault.ERROR_AFTER, fails)) return;
    if (!hit.has(Fault.SLOW)) {
      answer.run();
      return;
    }
    parts.timers().after(hit.value(Fault.SLOW), answer);
  }

  /** Whether a question about what exists was answered with the trouble asked for. */
  public boolean asked(Faults hit, IntConsumer fails) {
    if (!hit.has(Fault.STATUS_ERROR)) return false;

    fails.accept((int) hit.value(Fault.STATUS_ERROR));
    return true;
  }

  private static boolean ended(
      RoutingContext call, Faults hit, Fault drop, Fault error, IntConsumer fails) {
    if (hit.has(drop)) {
      var _ = call.request().connection().close();
      return true;
    }
    if (!hit.has(error)) return false;

    fails.accept((int) hit.value(error));
    return true;
  }
}
