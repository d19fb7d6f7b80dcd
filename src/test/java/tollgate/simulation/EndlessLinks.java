package tollgate.simulation;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tollgate.engine.Change;
import tollgate.engine.Payments;
import tollgate.engine.Stored;
import tollgate.payment.Link;
import tollgate.payment.Payment;

/** Says of no link that its time is over, and does not keep that it is. */
final class EndlessLinks extends BrokenPayments {

  EndlessLinks(Payments honest) {
    super(honest, UnaryOperator.identity());
  }

  @Override
  public Future<Map<Payment.Id, Stored>> load(Collection<Payment.Id> ids) {
    return super.load(ids)
        .map(found ->
            found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> inTime(e.getValue()))));
  }

  @Override
  public Future<Set<Payment.Id>> save(List<Change> changes) {
    return super.save(changes.stream().filter(c -> !isExpired(c)).toList());
  }

  private static boolean isExpired(Change change) {
    return change.after() instanceof Link link && link.state().equals(Link.EXPIRED);
  }

  private static Stored inTime(Stored stored) {
    return stored.payment() instanceof Link
        ? new Stored(stored.payment(), stored.version(), false)
        : stored;
  }
}
