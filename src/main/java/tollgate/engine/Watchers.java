package tollgate.engine;

import java.time.Duration;
import java.util.List;
import tollgate.payment.Payment;

/** Several who watch the engine, told in their order. */
public record Watchers(List<Watcher> all) implements Watcher {

  public Watchers {
    all = List.copyOf(all);
  }

  @Override
  public void committed(Change change) {
    for (var each : all) each.committed(change);
  }

  @Override
  public void refused(Contradiction contradiction) {
    for (var each : all) each.refused(contradiction);
  }

  @Override
  public void toldAgain(Payment payment) {
    for (var each : all) each.toldAgain(payment);
  }

  @Override
  public void batch(int payments, Duration took) {
    for (var each : all) each.batch(payments, took);
  }

  @Override
  public void raced() {
    for (var each : all) each.raced();
  }
}
