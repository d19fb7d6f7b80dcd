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

  /** What must be done in every case, however well it goes without. */
  enum Habit {
    /** It is kept that a payout may go out, before it does. */
    MARKS_PAYOUTS,
    /** The same of a refund that would be given again. */
    MARKS_REFUNDS,
    /** What would be given again is never sent again. */
    SENDS_ONCE,
    /** A no to a repeat is no word about the first message. */
    DOUBTS_REFUSED_REPEATS,
    /** That a repeat is refused says nothing of what it repeats. */
    DOUBTS_REFUSED_NUMBERS,
    /** Somebody looks after a bell has rung. */
    HEEDS_BELLS,
    /** Even when it rings for what is paid, if it rings for other money. */
    HEEDS_SECOND_BELLS,
    /** Nothing is believed because a bell has rung. */
    DOUBTS_BELLS,
    /** Only what is open, and only what was agreed, may be paid. */
    JUDGES_INQUIRIES,
    /** Where nothing can be cancelled it is asked at the end. */
    ASKS_ONCE_MORE
  }

  static Saboteur without(Habit lost) {
    return new Saboteur() {
      @Override
      boolean keeps(Habit habit) {
        return habit != lost;
      }
    };
  }

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

  boolean keeps(Habit habit) {
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
