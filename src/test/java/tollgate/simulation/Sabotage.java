package tollgate.simulation;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Change;
import tollgate.engine.Duty;
import tollgate.engine.Engine;
import tollgate.engine.Handled;
import tollgate.engine.MemoryStore;
import tollgate.engine.News;
import tollgate.engine.Outbox;
import tollgate.engine.Payments;
import tollgate.engine.Stored;
import tollgate.engine.Task;
import tollgate.engine.Timers;
import tollgate.gate.Webhook;
import tollgate.ledger.Posting;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Sales;

/** Parts broken on purpose, to see that the auditor notices. Each constant breaks one thing. */
enum Sabotage {
  NONE,

  /** The store saves whatever it is given, read however long ago. */
  NO_VERSION_GUARD {
    @Override
    Payments of(Payments honest, MemoryStore store) {
      return new BrokenPayments(honest, change -> asIfReadNow(change, store));
    }
  },

  /** A sale is credited under a second cause as well. */
  CREDITED_TWICE {
    @Override
    Payments of(Payments honest, MemoryStore store) {
      return new BrokenPayments(honest, Sabotage::creditedTwice);
    }
  },

  /** The success is saved and its posting is not. */
  NOT_CREDITED {
    @Override
    Payments of(Payments honest, MemoryStore store) {
      return new BrokenPayments(honest, c -> with(c, List.of(), c.tasks(), c.webhooks()));
    }
  },

  /** The end of a payment is saved and the duty to tell it is not. */
  DUTY_NOT_KEPT {
    @Override
    Payments of(Payments honest, MemoryStore store) {
      return new BrokenPayments(honest, c -> with(c, c.postings(), List.of(), c.webhooks()));
    }
  },

  /** An event that could not be kept is acknowledged all the same. */
  EVENT_DROPPED {
    @Override
    Future<Handled> handle(Engine engine, News news) {
      var lie = new Handled.Decided(new Ignored(Sales.SALE.in(new Succeeded())));
      return engine.handle(news).recover(_ -> Future.succeededFuture(lie));
    }
  },

  /** A gateway may speak of payments that do not go through it. */
  ANY_GATEWAY {
    @Override
    Future<Handled> handle(Engine engine, News news) {
      return engine.handle(new News(news.payment(), news.event(), null, news.done()));
    }
  },

  /** A claimed duty leaves the outbox before it is done. */
  OUTBOX_FORGETS {
    @Override
    Outbox of(Outbox honest) {
      return new BrokenOutbox(honest) {
        @Override
        public Future<List<Duty>> claim(int rowsMax) {
          return honest.claim(rowsMax).onSuccess(duties -> duties.forEach(honest::done));
        }
      };
    }
  },

  /** What was put off is never taken up again. */
  OUTBOX_GIVES_UP {
    @Override
    Outbox of(Outbox honest) {
      return new BrokenOutbox(honest) {
        @Override
        public Future<Void> later(Duty duty, Duration delay) {
          return honest.done(duty);
        }
      };
    }
  },

  /** A notice is written anew for every attempt. */
  TEXT_CHANGES {
    @Override
    Outbox of(Outbox honest) {
      return new BrokenOutbox(honest) {
        @Override
        public Future<List<Duty>> claim(int rowsMax) {
          return honest.claim(rowsMax).map(all -> all.stream().map(Sabotage::rewritten).toList());
        }
      };
    }
  },

  /** The limit is held when the provider should only have been asked. */
  TIMER_EARLY {
    @Override
    Timers of(Timers honest) {
      return rowsMax ->
          honest
              .due(rowsMax)
              .map(all ->
                  all.stream().map(d -> new Timers.Due(d.payment(), d.asks(), true)).toList());
    }
  },

  /** The limit is never held by itself. */
  TIMER_NEVER {
    @Override
    Timers of(Timers honest) {
      return rowsMax ->
          honest.due(rowsMax).map(all -> all.stream().filter(due -> !due.limit()).toList());
    }
  };

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

  private static Change asIfReadNow(Change change, MemoryStore store) {
    var read = Objects.requireNonNull(change.before());
    var version = store.payment(change.after().id()).orElseThrow().version();
    return new Change(
        new Stored(read.payment(), version, read.overdue()),
        change.after(),
        change.postings(),
        change.tasks(),
        change.webhooks(),
        change.sources(),
        change.done());
  }

  private static Change creditedTwice(Change change) {
    if (change.postings().isEmpty()) return change;

    var once = change.postings().getFirst();
    var kind =
        once.cause().kind() == Posting.Kind.SALE ? Posting.Kind.LATE_SUCCESS : Posting.Kind.SALE;
    var again =
        new Posting(
            new Posting.Cause(once.cause().operation(), kind),
            once.debit(),
            once.credit(),
            once.amount());
    return with(change, List.of(once, again), change.tasks(), change.webhooks());
  }

  private static Change with(
      Change change, List<Posting> postings, List<Task> tasks, List<Webhook> webhooks) {
    return new Change(
        change.before(),
        change.after(),
        postings,
        tasks,
        webhooks,
        change.sources(),
        change.done());
  }

  private static Duty rewritten(Duty duty) {
    return new Duty(
        duty.payment(), duty.operation(), duty.effect(), duty.attempt(), rewritten(duty.webhook()));
  }

  private static @Nullable Webhook rewritten(@Nullable Webhook webhook) {
    if (webhook == null) return null;

    var text = new String(webhook.body(), StandardCharsets.UTF_8) + " again";
    return new Webhook(
        webhook.operation(),
        webhook.effect(),
        webhook.url(),
        text.getBytes(StandardCharsets.UTF_8),
        webhook.delaySeconds());
  }
}
