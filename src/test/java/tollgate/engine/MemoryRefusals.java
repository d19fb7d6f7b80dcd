package tollgate.engine;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/** The refused requests of a {@link MemoryStore}. */
final class MemoryRefusals implements Refusals {

  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final MemoryTables tables;

  MemoryRefusals(MemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Future<Void> remember(long project, String requestId, String body) {
    return tables.commit(() -> {
      var request = new MemoryCustomers.Refused(body, tables.now());
      tables.customers.remember(project, requestId, request);
      return null;
    });
  }

  @Override
  public Future<Optional<String>> find(long project, String requestId) {
    return tables.commit(() ->
        tables
            .customers
            .refused(project, requestId)
            .filter(request -> request.at().plus(REMEMBERED).isAfter(tables.now()))
            .map(MemoryCustomers.Refused::body));
  }
}
