package tollgate.outside;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tollgate.engine.Duty;
import tollgate.engine.Outbox;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/** An outbox that remembers what became of duties, as words. */
final class NotedOutbox implements Outbox {

  private final Outbox outbox;
  final Queue<String> notes = new ConcurrentLinkedQueue<>();
  volatile boolean down;

  NotedOutbox(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Future<List<Duty>> claim(int rowsMax) {
    return down ? Future.failedFuture("down") : outbox.claim(rowsMax);
  }

  @Override
  public Future<Void> done(Duty duty) {
    notes.add("done " + duty.effect());
    return outbox.done(duty);
  }

  @Override
  public Future<Void> later(Duty duty, Duration delay) {
    notes.add("later " + duty.effect() + " " + duty.attempt() + " " + delay.toMillis());
    return outbox.later(duty, delay);
  }

  @Override
  public Future<Void> back(Duty duty, Duration delay) {
    notes.add("back " + duty.effect() + " " + duty.attempt() + " " + delay.toMillis());
    return outbox.back(duty, delay);
  }

  @Override
  public Future<Void> exhausted(Duty duty) {
    notes.add("exhausted " + duty.effect());
    return outbox.exhausted(duty);
  }

  @Override
  public Future<Integer> attempt(Payment.Id operation, Effect effect) {
    return outbox.attempt(operation, effect);
  }

  long count(String start) {
    return notes.stream().filter(note -> note.startsWith(start)).count();
  }
}
