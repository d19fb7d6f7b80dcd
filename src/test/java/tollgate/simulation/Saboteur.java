package tollgate.simulation;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import tollgate.engine.Change;
import tollgate.engine.Duty;
import tollgate.engine.Engine;
import tollgate.engine.Handled;
import tollgate.engine.MemoryStore;
import tollgate.engine.News;
import tollgate.engine.Outbox;
import tollgate.engine.Payments;
import tollgate.engine.Timers;
import tollgate.payment.PaymentEvent.ProviderEvent;

/** Everywhere where something may be broken on purpose. Who overrides nothing breaks nothing. */
class Saboteur {

  /** Something else is saved. */
  static Saboteur saving(UnaryOperator<Change> twist) {
    return payments((honest, _) -> new BrokenPayments(honest, twist));
  }

  /** The store itself is broken. */
  static Saboteur payments(BiFunction<Payments, MemoryStore, Payments> broken) {
    return new Saboteur() {
      @Override
      Payments of(Payments honest, MemoryStore store) {
        return broken.apply(honest, store);
      }
    };
  }

  static Saboteur outbox(UnaryOperator<Outbox> broken) {
    return new Saboteur() {
      @Override
      Outbox of(Outbox honest) {
        return broken.apply(honest);
      }
    };
  }

  static Saboteur timers(UnaryOperator<Timers> broken) {
    return new Saboteur() {
      @Override
      Timers of(Timers honest) {
        return broken.apply(honest);
      }
    };
  }

  static Saboteur engine(BiFunction<Engine, News, Future<Handled>> broken) {
    return new Saboteur() {
      @Override
      Future<Handled> handle(Engine engine, News news) {
        return broken.apply(engine, news);
      }
    };
  }

  MemoryStore store(InstantSource clock, Duration lease) {
    return new MemoryStore(clock, lease);
  }

  Payments of(Payments honest, MemoryStore store) {
    return honest;
  }

  Outbox of(Outbox honest) {
    return honest;
  }

  Timers of(Timers honest) {
    return honest;
  }

  Future<Handled> handle(Engine engine, News news) {
    return engine.handle(news);
  }

  /** Whether it is kept that a payout may go out, before it does. */
  boolean marks() {
    return true;
  }

  /** Whether a no to a repeat is taken for no word about the first message. */
  boolean doubtsRefusedRepeats() {
    return true;
  }

  /** Whether what the provider would execute again is never sent again. */
  boolean sendsOnce() {
    return true;
  }

  /** By which the provider knows a repeat. */
  String key(Duty duty) {
    return duty.operation().toString();
  }

  /** What a payout's message brought. */
  ProviderEvent heard(Duty duty, ProviderEvent event) {
    return event;
  }
}
