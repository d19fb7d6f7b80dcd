package tollgate.simulation;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tollgate.engine.Engine;
import tollgate.engine.Handled;
import tollgate.engine.Ids;
import tollgate.engine.News;
import tollgate.engine.Opening;
import tollgate.engine.Pause;
import tollgate.engine.Timers;
import tollgate.engine.Unavailable;
import tollgate.engine.Watcher;
import tollgate.payment.Decision.Proposal;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.AskDue;
import tollgate.payment.PaymentEvent.LinkCancelled;
import tollgate.payment.PaymentEvent.LinkConfirmed;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.Payout;
import tollgate.payment.Sale;
import tollgate.payment.Terms;
import tollgate.provider.Callback;
import tollgate.simulation.dialect.Dialect;

/**
 * One gateway: an engine, a wire to the database, hands that do what was decided. It may die, with
 * everything it had in memory, or be frozen and wake without knowing for how long.
 */
final class Node {

  static final Duration POLL = Duration.ofMillis(500);

  private static final Engine.Limits LIMITS = new Engine.Limits(2, 4, 40, 4);
  private static final int ROWS_MAX = 6;

  private final World world;
  private final Duration skew;
  private final List<Runnable> frozen = new ArrayList<>();
  private Engine engine;
  private Ids ids;
  private Wire wire;
  private int life;
  private boolean alive;
  private Instant thawsAt = Instant.MIN;
  private Instant polledAt = Instant.MIN;

  Node(World world, Duration skew) {
    this.world = world;
    this.skew = skew;
    wire = new Wire(world, this);
    ids = world.store().ids();
    engine = engine();
    alive = true;
  }

  /** A new process at the same address: it remembers nothing. */
  void start() {
    if (alive) return;

    alive = true;
    life++;
    wire = new Wire(world, this);
    ids = world.store().ids();
    engine = engine();
  }

  void die() {
    alive = false;
    life++;
    frozen.clear();
    thawsAt = Instant.MIN;
  }

  void freeze(Duration time) {
    if (!alive || isFrozen()) return;

    thawsAt = now().plus(time);
    int mine = life;
    world.timeline().after(time, () -> thaw(mine));
  }

  boolean isUp() {
    return alive && !isFrozen();
  }

  /** When it looks at the database again by itself; never while it is down. */
  Instant nextPoll() {
    if (!isUp()) return Instant.MAX;
    return polledAt.equals(Instant.MIN) ? now() : polledAt.plus(POLL);
  }

  void poll() {
    polledAt = now();
    wire.timers().due(ROWS_MAX).onSuccess(all -> all.forEach(due -> handle(news(due))));
    wire.outbox()
        .claim(ROWS_MAX)
        .onSuccess(all -> all.forEach(new Hands(world, this, wire)::perform));
  }

  /** Something on this node, later; it dies with the node, and waits while the node is frozen. */
  void after(Duration delay, Runnable what) {
    int mine = life;
    world.timeline().after(delay, () -> deliver(mine, what));
  }

  Future<Opening> open(Terms terms) {
    return ids.next()
        .compose(number -> {
          var id = new Payment.Id(world.projectOf(terms), number);
          return engine.open(proposal(id, terms));
        })
        .onSuccess(opening -> {
          if (opening instanceof Opening.Accepted(Payment payment)) invite(payment);
        });
  }

  /** As the page of a link does it: what is no link any more cannot be chosen for. */
  Future<Void> confirm(Payment.Id link, Link.Choice choice) {
    return wire.payments()
        .load(List.of(link))
        .compose(found -> {
          var there = found.get(link);
          var isLink = there != null && there.payment() instanceof Link;
          return isLink
              ? handle(News.of(link, new LinkConfirmed(choice))).mapEmpty()
              : Future.succeededFuture();
        });
  }

  /** As the Gate does it: the merchant names the payment by his own id. */
  Future<Handled> withdraw(long project, String paymentId) {
    return wire.payments()
        .find(project, paymentId)
        .compose(found ->
            found.isEmpty()
                ? Future.succeededFuture(new Handled.UnknownPayment())
                : handle(News.of(found.get().payment().id(), new LinkCancelled())));
  }

  /** Only a link has an invoice and no method, and only a payout an account to go to. */
  private Proposal proposal(Payment.Id id, Terms terms) {
    if (terms.details().invoice() != null) return Link.open(id, terms, clock());

    return terms.account() == null
        ? Sale.open(id, terms, World.RANGE, clock())
        : Payout.open(id, terms, World.RANGE, clock());
  }

  Future<Handled> handle(News news) {
    return world.sabotage().handle(engine, news).onSuccess(this::invite);
  }

  /** Whoever is told where to pay may go there. */
  private void invite(Handled handled) {
    if (handled instanceof Handled.Decided(var decision)) invite(decision.payment());
  }

  void invite(Payment payment) {
    if (payment.state() instanceof AwaitingCustomer(var to)) world.provider().invite(payment, to);
  }

  Future<Ears.Heard> hear(Dialect dialect, Callback callback) {
    return new Ears(world, this, wire).hear(dialect, callback);
  }

  /** What somebody asks over the network; nobody answers when the node dies meanwhile. */
  <T> Future<T> asked(Supplier<Future<T>> what) {
    if (!alive) return Future.failedFuture(new Unavailable("connection refused"));

    var promise = Promise.<T>promise();
    after(world.weather().way(), () -> what.get().onComplete(promise));
    return promise.future();
  }

  boolean isIdle() {
    return engine.isIdle();
  }

  private static News news(Timers.Due due) {
    return News.of(due.payment(), due.limit() ? new TimeLimitReached() : new AskDue(due.asks()));
  }

  private Engine engine() {
    var parts =
        new Engine.Parts(
            wire.payments(),
            wire.outbox(),
            world.notices(),
            new Hands(world, this, wire),
            Watcher.NONE,
            this::clock,
            new Calls(world)::startAtOnce,
            Pause.NONE);
    return new Engine(parts, LIMITS);
  }

  /** Its own clock may be wrong by an hour; nothing that matters may depend on it. */
  private Instant clock() {
    return now().plus(skew);
  }

  private Instant now() {
    return world.timeline().now();
  }

  private boolean isFrozen() {
    return now().isBefore(thawsAt);
  }

  private void deliver(int mine, Runnable what) {
    if (mine != life) return;

    if (isFrozen()) frozen.add(what);
    else what.run();
  }

  private void thaw(int mine) {
    if (mine != life) return;

    var waited = List.copyOf(frozen);
    frozen.clear();
    waited.forEach(Runnable::run);
  }
}
