package tollgate.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import tollgate.config.Kept;
import tollgate.engine.Changes;
import tollgate.engine.Debts;
import tollgate.engine.Events;
import tollgate.engine.FirstAnswers;
import tollgate.engine.Gauges;
import tollgate.engine.Ids;
import tollgate.engine.Invariants;
import tollgate.engine.Outbox;
import tollgate.engine.Payments;
import tollgate.engine.Raising;
import tollgate.engine.Refusals;
import tollgate.engine.Register;
import tollgate.engine.Timers;
import tollgate.engine.Wallets;
import tollgate.engine.Writable;
import tollgate.report.Shelf;

/** Everything kept in PostgreSQL, behind the engine's own words for it. */
public final class PgStores {

  private static final Duration BEAT_EVERY = Duration.ofSeconds(1);
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

  /** How much goes into one statement, and how much may wait for it. */
  record Batches(int rowsMax, int queueMax) {}

  /** People read the numbers of reports. */
  private static final int REPORT_IDS = 10;

  static final Batches GATHERED = new Batches(500, 10_000);

  /** At the least; longer than a statement may take. */
  private static final Duration STRADDLE = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final Pool pool;
  private final PgNodes nodes;
  private final Drifts drifts = new Drifts();
  private final DatabaseOptions.Audit audit;
  private final Duration decideFirst;
  private final PgRefusals refusals;
  private final FirstAnswers firstAnswers;
  private final AnswerDays answerDays;
  private final Payments payments;
  private final Outbox outbox;
  private final Timers timers;
  private final Wallets wallets;
  private final Ids operations;
  private final Numbering numbering;
  private volatile BooleanSupplier behind = () -> false;
  private final List<Long> timerIds = new CopyOnWriteArrayList<>();

  private PgStores(Vertx vertx, Pool pool, DatabaseOptions options, InstantSource clock) {
    this.vertx = vertx;
    this.pool = pool;
    var lease = options.lease().toMillis();
    var blocks = options.idBlocks();
    nodes = new PgNodes(pool);
    refusals = new PgRefusals(pool);
    firstAnswers = new PgFirstAnswers(pool, options.firstAnswers(), straddle(options), GATHERED);
    answerDays = new AnswerDays(pool, options.firstAnswers().keepFor());
    payments = new PgPayments(pool, lease, GATHERED);
    outbox = new PgOutbox(vertx, pool, lease, nodes::slots, options.settling());
    timers = new PgTimers(pool, nodes::slots);
    wallets = new PgWallets(pool, new PgIds(pool, "wallet", blocks.wallets()), clock);
    audit = options.audit();
    decideFirst = options.decideFirst();
    numbering = new Numbering(vertx, pool, nodes::slots, options.events(), giveWay());
    operations = new PgIds(pool, "operation", blocks.operations());
  }

  /**
   * Connects, and fails when the database does not answer. {@code clock} gives the times that
   * people read; what is due is decided by the database's own.
   */
  public static Future<PgStores> open(Vertx vertx, DatabaseOptions options, InstantSource clock) {
    var stores = new PgStores(vertx, Connections.pool(vertx, options), options, clock);
    return stores
        .nodes
        .beat()
        .compose(_ -> stores.answerDays.sweep().otherwiseEmpty())
        .onSuccess(_ -> stores.keepBeating())
        .recover(failure -> stores.pool.close().transform(_ -> Future.failedFuture(failure)))
        .map(stores);
  }

  public Payments payments() {
    return payments;
  }

  public Outbox outbox() {
    return outbox;
  }

  public Timers timers() {
    return timers;
  }

  /** Questions before their time. */
  public Raising raising() {
    return new PgRaising(pool);
  }

  public Wallets wallets() {
    return wallets;
  }

  public Refusals refusals() {
    return refusals;
  }

  public Changes changes() {
    return new PgChanges(pool);
  }

  public Events events() {
    return new PgEvents(pool);
  }

  /** Says from now on whether there is more to be decided than goes into a batch. */
  public void giveWayWhile(BooleanSupplier behind) {
    this.behind = behind;
  }

  public FirstAnswers firstAnswers() {
    return firstAnswers;
  }

  /** What companies owe us. */
  public Debts debts() {
    return new PgDebts(pool, operations);
  }

  /** Operations that have ended. */
  public Register register() {
    return new PgRegister(pool, payments);
  }

  /** Reports and their files. */
  public Shelf shelf() {
    return new PgShelf(pool, new PgIds(pool, "report", REPORT_IDS));
  }

  /** Ids of operations. */
  public Ids operations() {
    return operations;
  }

  /** Leaves the ring of nodes and closes the connections. */
  public Future<Void> close() {
    timerIds.forEach(vertx::cancelTimer);
    numbering.close();
    return nodes.leave().transform(_ -> pool.close());
  }

  public Invariants invariants() {
    return new PgInvariants(vertx, pool, drifts, audit, giveWay());
  }

  /** What is configured: whom we serve and on what terms. */
  public Kept configuration() {
    return new PgConfiguration(pool);
  }

  public Gauges gauges() {
    return new PgGauges(pool, drifts);
  }

  /** {@code schema} is what {@link Migrations} said. */
  public Writable writable(int schema) {
    return new PgWritable(pool, schema);
  }

  /** Each has patience of its own. */
  private GiveWay giveWay() {
    return new GiveWay(vertx, () -> behind.getAsBoolean(), decideFirst);
  }

  private void keepBeating() {
    timerIds.add(vertx.setPeriodic(BEAT_EVERY.toMillis(), _ -> nodes.beat()));
    timerIds.add(vertx.setPeriodic(SWEEP_EVERY.toMillis(), _ -> refusals.sweep()));
    timerIds.add(vertx.setPeriodic(SWEEP_EVERY.toMillis(), _ -> answerDays.sweep()));
    timerIds.add(vertx.setPeriodic(SWEEP_EVERY.toMillis(), _ -> numbering.forget()));
    numbering.keepNumbering();
  }

  private static Duration straddle(DatabaseOptions options) {
    var twice = options.statementTimeout().multipliedBy(2);
    return twice.compareTo(STRADDLE) > 0 ? twice : STRADDLE;
  }
}
