package tollgate.sandbox;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The parts of a path, where the route has made sure of them. */
public final class Calls {

  private Calls() {}

  /** The part {@code :id}. */
  public static String id(RoutingContext call) {
    return part(call, "id");
  }

  /** The part {@code :action}; empty if it is no action. */
  public static Optional<Action> action(RoutingContext call) {
    return Action.of(part(call, "action"));
  }

  /** The part of that name; empty if the route has none. */
  public static String part(RoutingContext call, String name) {
    var part = call.pathParam(name);
    return part == null ? "" : part;
  }
}
