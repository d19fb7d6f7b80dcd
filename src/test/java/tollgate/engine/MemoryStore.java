package tollgate.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tollgate.engine.MemoryTables.DutyKey;
import tollgate.gate.Webhook;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;
import tollgate.money.Money;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/**
 * An honest store in memory: the promises of the real one, kept by maps and a lock. Its clock plays
 * the database's clock, and every future it gives is complete. Beside the engine's interfaces it
 * shows its tables, for tests that judge.
 */
public final class MemoryStore {

  /** Ids that a node takes at once. */
  private static final int IDS_BLOCK = 10;

  private final MemoryTables tables;
  private final AtomicLong nextBlock = new AtomicLong();

  /** One saved change, in the order of the commits; {@code at} by the database's clock. */
  public record Committed(Change change, Instant at) {}

  /** A row of the outbox as it lies there. */
  public record DutyLeft(
      Payment.Id payment, Effect effect, int attempt, Instant dueAt, boolean exhausted) {}

  /** {@code clock} is the database's; {@code lease} hides a claimed duty from everybody else. */
  public MemoryStore(InstantSource clock, Duration lease) {
    this(new MemoryTables(clock, lease, new MemoryBook(true)));
  }

  private MemoryStore(MemoryTables tables) {
    this.tables = tables;
  }

  /** Broken on purpose: a balance may go below zero. */
  public static MemoryStore withoutFloor(InstantSource clock, Duration lease) {
    return new MemoryStore(new MemoryTables(clock, lease, new MemoryBook(false)));
  }

  public Payments payments() {
    return new MemoryPayments(tables);
  }

  public Outbox outbox() {
    return new MemoryOutbox(tables);
  }

  public Timers timers() {
    return new MemoryTimers(tables);
  }

  public Raising raising() {
    return new MemoryRaising(tables);
  }

  public Wallets wallets() {
    return new MemoryWallets(tables);
  }

  public Refusals refusals() {
    return new MemoryRefusals(tables);
  }

  public Changes changes() {
    return seen ->
        tables.commit(() -> seen.stream().map(tables::changed).flatMap(Optional::stream).toList());
  }

  public Events events() {
    return new MemoryEvents(tables);
  }

  public Register register() {
    return new MemoryRegister(tables);
  }

  public FirstAnswers firstAnswers() {
    return tables.firstAnswers;
  }

  /** As if the project's events up to this number were too old to be kept. */
  public void forgetEvents(long project, long upTo) {
    tables.forgotten.put(project, upTo);
  }

  /** The ids of one node; ask once a node, as each has blocks of its own. */
  public Ids ids() {
    return new MemoryIds(nextBlock, IDS_BLOCK);
  }

  public Duration lease() {
    return tables.lease;
  }

  /** Every payment there is, by id. */
  public Collection<Stored> allPayments() {
    synchronized (tables) {
      return tables.payments.values().stream().map(tables::stored).toList();
    }
  }

  public Optional<Stored> payment(Payment.Id id) {
    return Optional.ofNullable(tables.payments.get(id)).map(tables::stored);
  }

  /** Everything that was ever committed, oldest first; it only grows. */
  public List<Committed> journal() {
    return tables.journal;
  }

  public Collection<Posting> postings() {
    return tables.book.postings();
  }

  /** The balances that are kept beside the postings. */
  public Map<Account, Money> balances() {
    return tables.book.balances();
  }

  public List<Wallets.Entry> entries(Account account) {
    return tables.book.entries(account);
  }

  public List<DutyLeft> duties() {
    synchronized (tables) {
      return tables.outbox.entrySet().stream()
          .map(e ->
              new DutyLeft(
                  e.getKey().operation(),
                  e.getKey().effect(),
                  e.getValue().attempt(),
                  e.getValue().dueAt(),
                  e.getValue().exhausted()))
          .collect(Collectors.toList());
    }
  }

  /** When somebody must next look: the earliest time in the timers and the outbox. */
  public Optional<Instant> nextDue() {
    Instant first = null;
    for (var row : tables.payments.values()) first = earlier(first, row.dueAt());
    for (var row : tables.outbox.values()) {
      if (!row.exhausted()) first = earlier(first, row.dueAt());
    }
    return Optional.ofNullable(first);
  }

  /** The end of the payment's time by the database's clock. */
  public Instant limitAt(Payment.Id id) {
    return Objects.requireNonNull(tables.payments.get(id)).limitAt();
  }

  public Collection<Contradiction> contradictions() {
    return tables.contradictions;
  }

  public Collection<Webhook> webhooks() {
    return tables.webhooks.values();
  }

  public Optional<Webhook> webhook(Payment.Id payment, Effect effect) {
    return Optional.ofNullable(tables.webhooks.get(new DutyKey(payment, effect)));
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) return one == null ? other : one;

    return one.isBefore(other) ? one : other;
  }
}
