package tollgate.web;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tollgate.engine.Refusals;

/** Refusals in a map. */
final class MemoryRefusals implements Refusals {

  private final Map<String, String> kept = new ConcurrentHashMap<>();

  int count() {
    return kept.size();
  }

  @Override
  public Future<Void> remember(long project, String requestId, String body) {
    kept.put(project + " " + requestId, body);
    return Future.succeededFuture();
  }

  @Override
  public Future<Optional<String>> find(long project, String requestId) {
    return Future.succeededFuture(Optional.ofNullable(kept.get(project + " " + requestId)));
  }
}
