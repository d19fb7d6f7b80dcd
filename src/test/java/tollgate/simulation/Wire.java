package tollgate.simulation;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tollgate.engine.Change;
import tollgate.engine.Contradiction;
import tollgate.engine.Duty;
import tollgate.engine.Outbox;
import tollgate.engine.Payments;
import tollgate.engine.Stored;
import tollgate.engine.Timers;
import tollgate.engine.Unavailable;
import tollgate.ledger.Account;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.simulation.Weather.Fault;

/**
 * One node's way to the database. A question may be lost, and then nothing happened; an answer may
 * be lost, and then it happened all the same; and both look alike to who asked.
 */
final class Wire {

  private final World world;
  private final Node node;
  private final Payments payments;
  private final Outbox outbox;
  private final Timers timers;

  Wire(World world, Node node) {
    this.world = world;
    this.node = node;
    payments = world.sabotage().of(world.store().payments(), world.store());
    outbox = world.sabotage().of(world.store().outbox());
    timers = world.sabotage().of(world.store().timers());
  }

  Payments payments() {
    return new FarPayments();
  }

  Outbox outbox() {
    return new FarOutbox();
  }

  Timers timers() {
    return rowsMax -> ask(() -> timers.due(rowsMax));
  }

  private <T> Future<T> ask(Supplier<Future<T>> question) {
    var weather = world.weather();
    var promise = Promise.<T>promise();
    if (weather.isDatabaseDown() || weather.has(Fault.DATABASE_LOST_BEFORE)) {
      node.after(weather.way(), () -> promise.fail(new Unavailable("connection lost")));
      return promise.future();
    }
    // The database goes on with it even when the node is dead by then.
    world.timeline().after(weather.way(), () -> answer(question.get(), promise));
    node.after(Duration.ofMinutes(1), () -> promise.tryFail(new Unavailable("no answer")));
    return promise.future();
  }

  private <T> void answer(Future<T> answer, Promise<T> promise) {
    var weather = world.weather();
    var lost = weather.has(Fault.DATABASE_LOST_AFTER);
    node.after(
        weather.way(),
        () -> {
          if (lost) promise.tryFail(new Unavailable("answer lost"));
          else answer.onSuccess(promise::tryComplete).onFailure(promise::tryFail);
        });
  }

  private final class FarPayments implements Payments {

    @Override
    public Future<Map<Payment.Id, Stored>> load(Collection<Payment.Id> ids) {
      return ask(() -> payments.load(ids));
    }

    @Override
    public Future<Set<Payment.Id>> add(List<Change> opened) {
      return ask(() -> payments.add(opened));
    }

    @Override
    public Future<Set<Payment.Id>> save(List<Change> changes) {
      return ask(() -> payments.save(unraced(changes)));
    }

    @Override
    public Future<Map<Account, Long>> balances(Collection<Account> accounts) {
      return ask(() -> payments.balances(accounts));
    }

    @Override
    public Future<Void> keep(List<Contradiction> contradictions) {
      return ask(() -> payments.keep(contradictions));
    }

    @Override
    public Future<Optional<Stored>> ofRefund(Payment.Id refund) {
      return ask(() -> payments.ofRefund(refund));
    }

    @Override
    public Future<Optional<Stored>> find(long project, String paymentId) {
      return ask(() -> payments.find(project, paymentId));
    }

    private List<Change> unraced(List<Change> changes) {
      return changes.stream().filter(_ -> !world.weather().has(Fault.RACE_LOST)).toList();
    }
  }

  private final class FarOutbox implements Outbox {

    @Override
    public Future<List<Duty>> claim(int rowsMax) {
      return ask(() -> outbox.claim(rowsMax));
    }

    @Override
    public Future<Void> done(Duty duty) {
      return ask(() -> outbox.done(duty));
    }

    @Override
    public Future<Void> later(Duty duty, Duration delay) {
      return ask(() -> outbox.later(duty, delay));
    }

    @Override
    public Future<Void> back(Duty duty, Duration delay) {
      return ask(() -> outbox.back(duty, delay));
    }

    @Override
    public Future<Void> exhausted(Duty duty) {
      return ask(() -> outbox.exhausted(duty));
    }

    @Override
    public Future<Integer> attempt(Payment.Id operation, Effect effect) {
      return ask(() -> outbox.attempt(operation, effect));
    }
  }
}
