package tollgate.simulation;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Predicate;
import tollgate.engine.Duty;
import tollgate.engine.Outbox;

/** Never takes up again what such a duty puts off. */
final class GivesUp extends BrokenOutbox {

  private final Outbox honest;
  private final Predicate<Duty> isGivenUp;

  GivesUp(Outbox honest, Predicate<Duty> isGivenUp) {
    super(honest);
    this.honest = honest;
    this.isGivenUp = isGivenUp;
  }

  @Override
  public Future<Void> later(Duty duty, Duration delay) {
    return isGivenUp.test(duty) ? honest.done(duty) : honest.later(duty, delay);
  }
}
