package tollgate.simulation;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import tollgate.engine.Duty;
import tollgate.engine.Outbox;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/** Honest, but for what a saboteur overrides. */
class BrokenOutbox implements Outbox {

  private final Outbox honest;

  BrokenOutbox(Outbox honest) {
    this.honest = honest;
  }

  @Override
  public Future<List<Duty>> claim(int rowsMax) {
    return honest.claim(rowsMax);
  }

  @Override
  public Future<Void> done(Duty duty) {
    return honest.done(duty);
  }

  @Override
  public Future<Void> later(Duty duty, Duration delay) {
    return honest.later(duty, delay);
  }

  @Override
  public Future<Void> back(Duty duty, Duration delay) {
    return honest.back(duty, delay);
  }

  @Override
  public Future<Void> exhausted(Duty duty) {
    return honest.exhausted(duty);
  }

  @Override
  public Future<Integer> attempt(Payment.Id operation, Effect effect) {
    return honest.attempt(operation, effect);
  }
}
