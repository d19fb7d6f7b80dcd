package tollgate.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Gauges.Backlog;
import tollgate.engine.Gauges.Book;
import tollgate.engine.Gauges.Duties;
import tollgate.engine.Gauges.InDoubt;
import tollgate.engine.Gauges.Undecided;
import tollgate.engine.Gauges.Unnumbered;

/**
 * Gauges that only the database can read. When it cannot be read they keep their last value, and
 * the time of the last reading tells how old that is.
 */
final class DatabaseMeters {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseMeters.class);
  private static final double MILLIS = 1000;

  private final OperationsParts parts;
  private final Duration doubtAfter;
  private final MultiGauge imbalance;
  private final MultiGauge suspense;
  private final MultiGauge owed;

  private volatile Backlog backlog =
      new Backlog(
          new Undecided(0, 0, 0),
          new Duties(0, 0, 0),
          new Unnumbered(0, 0),
          new InDoubt(0, 0),
          Instant.EPOCH);
  private volatile Book book = new Book(Map.of(), Map.of(), Map.of(), 0, 0, 0);
  private volatile double skewSeconds;
  private volatile long readAt;

  DatabaseMeters(OperationsParts parts, Duration doubtAfter) {
    this.parts = parts;
    this.doubtAfter = doubtAfter;
    readAt = parts.clock().instant().getEpochSecond();
    var registry = parts.registry();
    imbalance =
        MultiGauge.builder("tollgate.ledger.imbalance.minor.units")
            .description("Stored balances less the postings they come from; must be 0")
            .register(registry);
    suspense =
        MultiGauge.builder("tollgate.suspense.minor.units")
            .description("Money that came late and waits for a decision")
            .register(registry);
    owed =
        MultiGauge.builder("tollgate.owed.minor.units")
            .description("Commissions that companies owe us; below zero we owe them")
            .register(registry);
    ofPayments(registry);
    ofDuties(registry);
    ofEvents(registry);
    ofDoubts(registry);
    ofTheBook(registry);
    gauge(registry, "tollgate.db.clock.skew.seconds", "The database's clock less ours")
        .read(meters -> meters.skewSeconds);
    gauge(registry, "tollgate.gauges.last.success.timestamp.seconds", "When these were last read")
        .read(meters -> meters.readAt);
  }

  private void ofPayments(MeterRegistry registry) {
    gauge(registry, "tollgate.payments.open", "Payments that are not decided")
        .read(meters -> meters.backlog.payments().open());
    gauge(registry, "tollgate.status.unknown.open", "Those of which only the provider knows")
        .read(meters -> meters.backlog.payments().inDoubt());
    gauge(registry, "tollgate.payments.overdue", "Undecided more than 2 s past their limit")
        .read(meters -> meters.backlog.payments().overdue());
  }

  private void ofDuties(MeterRegistry registry) {
    gauge(registry, "tollgate.outbox.due", "Duties whose time has come")
        .read(meters -> meters.backlog.duties().due());
    gauge(registry, "tollgate.outbox.exhausted", "Duties that wait for a person")
        .read(meters -> meters.backlog.duties().exhausted());
    gauge(registry, "tollgate.outbox.oldest.due.age.seconds", "How long the oldest due one waits")
        .read(meters -> meters.backlog.duties().oldestDueMillis() / MILLIS);
  }

  private void ofEvents(MeterRegistry registry) {
    gauge(registry, "tollgate.events.unnumbered", "Events that have no number yet")
        .read(meters -> meters.backlog.unnumbered().events());
    gauge(
            registry,
            "tollgate.events.oldest.unnumbered.age.seconds",
            "How long the oldest event without a number waits")
        .read(meters -> meters.backlog.unnumbered().oldestMillis() / MILLIS);
  }

  private void ofDoubts(MeterRegistry registry) {
    gauge(registry, "tollgate.payouts.in.doubt", "Unclear for long past their limit")
        .read(meters -> meters.backlog.inDoubt().payouts());
    gauge(registry, "tollgate.refunds.in.doubt", "Unclear for long")
        .read(meters -> meters.backlog.inDoubt().refunds());
  }

  private void ofTheBook(MeterRegistry registry) {
    gauge(registry, "tollgate.wallet.drift.accounts", "Balances that differ from their postings")
        .read(meters -> meters.book.drifting());
    gauge(registry, "tollgate.wallets.below.floor", "Accounts below zero")
        .read(meters -> meters.book.belowFloor());
    gauge(
            registry,
            "tollgate.duplicate.credits",
            "Credits of one provider's payment after the first")
        .read(meters -> meters.book.duplicateCredits());
  }

  @FunctionalInterface
  private interface Reader {
    void read(ToDoubleFunction<DatabaseMeters> value);
  }

  private Reader gauge(MeterRegistry registry, String name, String description) {
    return value -> Gauge.builder(name, this, value).description(description).register(registry);
  }

  Future<Void> readBacklog() {
    var asked = parts.clock().instant();
    return parts
        .questions()
        .gauges()
        .backlog(doubtAfter)
        .onSuccess(read -> keep(read, asked))
        .onFailure(DatabaseMeters::unread)
        .mapEmpty();
  }

  Future<Void> readBook() {
    return parts
        .questions()
        .gauges()
        .book()
        .onSuccess(this::keep)
        .onFailure(DatabaseMeters::unread)
        .mapEmpty();
  }

  /** The database's clock was read somewhere between our question and its answer. */
  private void keep(Backlog read, Instant asked) {
    var answered = parts.clock().instant();
    var between = asked.plus(Duration.between(asked, answered).dividedBy(2));
    backlog = read;
    skewSeconds = Duration.between(between, read.clock()).toMillis() / MILLIS;
    readAt = answered.getEpochSecond();
  }

  private void keep(Book read) {
    book = read;
    imbalance.register(rows(read.imbalance(), Tags.empty()), true);
    suspense.register(rows(read.suspense(), Tags.of("kind", "late_success")), true);
    owed.register(rows(read.owed(), Tags.empty()), true);
  }

  private static Iterable<Row<?>> rows(Map<String, Long> amounts, Tags tags) {
    return amounts.entrySet().stream()
        .<Row<?>>map(each -> Row.of(tags.and("currency", each.getKey()), each.getValue()))
        .toList();
  }

  private static void unread(Throwable failure) {
    LOG.warn("gauges could not be read: {}", failure.getMessage());
  }
}
