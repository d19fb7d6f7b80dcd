package tollgate.engine;

import io.vertx.core.Future;
import java.util.Optional;

/** Requests that were signed well and refused all the same, remembered for a day. */
public interface Refusals {

  /** {@code body} is the answer that was given, as JSON. */
  Future<Void> remember(long project, String requestId, String body);

  Future<Optional<String>> find(long project, String requestId);
}
