package tollgate.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tollgate.engine.Ids;
import tollgate.engine.MemoryStore;
import tollgate.engine.Notices;
import tollgate.engine.VirtualClock;
import tollgate.gate.Webhook;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.Terms;
import tollgate.provider.Reference;
import tollgate.provider.Stamp;
import tollgate.simulation.dialect.Bill;
import tollgate.simulation.dialect.Dialect;
import tollgate.simulation.dialect.Dialects;
import tollgate.simulation.dialect.Fate;
import tollgate.support.Draws;

/**
 * Two nodes, one database, a provider and its customers, the merchants, the weather: all of it in
 * one thread and out of one seed, so what fails once fails every time.
 *
 * <p>A run has two halves. While the weather is bad anything may be slow and nothing may be wrong;
 * then it is fair, and everything that waits must be done in a bounded time.
 */
final class World {

  static final Payment.Range RANGE = new Payment.Range(1, Long.MAX_VALUE);

  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final int PAYMENTS_MAX = 30;
  private static final int AUDIT_EVERY = 100;
  private static final int STEPS_MAX = 400_000;

  /** The longest limit, as much patience beyond it, and the longest wait of a webhook. */
  private static final Duration DRAINED_WITHIN = Duration.ofDays(3);

  private final Draws draws;
  private final Saboteur sabotage;
  private final Timeline timeline;
  private final MemoryStore store;
  private final Weather weather;
  private final Auditor auditor;
  private final FakeProvider provider;
  private final FakeMerchants merchants;
  private final List<Node> nodes;
  private final Ids ids;
  private int steps;
  private long stamps;
  private int awaited;

  World(Draws draws, Sabotage sabotage) {
    this.draws = draws;
    this.sabotage = sabotage.saboteur();
    var clock = new VirtualClock();
    timeline = new Timeline(clock);
    store = this.sabotage.store(clock, LEASE);
    ids = store.ids();
    weather = new Weather(draws, timeline);
    auditor = new Auditor(this);
    provider = new FakeProvider(this);
    merchants = new FakeMerchants(this);
    var hour = Duration.ofHours(1);
    nodes = List.of(new Node(this, hour), new Node(this, hour.negated()));
  }

  /** From the first payment to the last audit. */
  void live() {
    var span = Duration.ofDays(draws.percent(20) ? 30 : 1);
    plan(span);
    while (awaited > 0) step();

    weather.becomeFair();
    nodes.forEach(Node::start);
    for (int i = 0; i < 6; i++) plan(() -> merchants.wantOne(), Duration.ofMinutes(20));
    var deadline = timeline.now().plus(DRAINED_WITHIN);
    while (!isQuiet() && timeline.now().isBefore(deadline)) step();

    auditor.expect(isQuiet(), "I9 I16 not drained in time", store.duties());
    auditor.audit();
    auditor.lastAudit();
  }

  int steps() {
    return steps;
  }

  Draws draws() {
    return draws;
  }

  Saboteur sabotage() {
    return sabotage;
  }

  Timeline timeline() {
    return timeline;
  }

  MemoryStore store() {
    return store;
  }

  Weather weather() {
    return weather;
  }

  Auditor auditor() {
    return auditor;
  }

  FakeProvider provider() {
    return provider;
  }

  FakeMerchants merchants() {
    return merchants;
  }

  Node anyNode() {
    return draws.oneOf(nodes);
  }

  /** An operation number that nobody else has. */
  long freshId() {
    return ids.next().result();
  }

  long projectOf(Terms terms) {
    return Long.parseLong(terms.paymentId().substring(0, 3));
  }

  /** Of a message that is written now. */
  Stamp stamp() {
    return new Stamp(timeline.now(), "%024x".formatted(stamps++));
  }

  Notices notices() {
    return (payment, operation, effect) ->
        new Webhook(
            operation,
            effect,
            "https://shop.example/hook",
            Texts.of(payment, operation, effect).getBytes(UTF_8),
            payment.terms().details().webhooks().delaySeconds());
  }

  /** The next thing that happens: an event, or a node that looks whether something is due. */
  private void step() {
    auditor.expect(++steps < STEPS_MAX, "I7 I9 it goes on for ever", timeline.now());
    var event = timeline.next();
    var due = store.nextDue().orElse(Instant.MAX);
    Node first = null;
    var pollAt = Instant.MAX;
    for (var node : nodes) {
      var at = later(node.nextPoll(), due);
      if (at.isBefore(pollAt)) {
        first = node;
        pollAt = at;
      }
    }
    if (first != null && pollAt.isBefore(event)) timeline.jump(pollAt, first::poll);
    else timeline.step();
    if (steps % AUDIT_EVERY == 0) auditor.audit();
    else auditor.complain();
  }

  private void plan(Duration span) {
    for (int i = draws.below(PAYMENTS_MAX) + 5; i > 0; i--) plan(merchants::wantOne, span);
    var minutes = 10;
    for (int i = draws.below(5); i > 0; i--) plan(this::killOne, span);
    for (int i = draws.below(5); i > 0; i--) {
      plan(() -> anyNode().freeze(Duration.ofSeconds(draws.below(180))), span);
    }
    for (int i = draws.below(3); i > 0; i--) {
      plan(() -> weather.databaseDown(Duration.ofSeconds(draws.below(minutes * 60))), span);
    }
    for (int i = draws.below(3); i > 0; i--) {
      plan(() -> weather.providerSilent(Duration.ofSeconds(draws.below(minutes * 60))), span);
    }
    for (int i = draws.below(4); i > 0; i--) {
      plan(() -> weather.providerGone(Duration.ofSeconds(draws.below(3 * minutes * 60))), span);
    }
    for (int i = draws.below(3); i > 0; i--) {
      plan(() -> merchants.die(Duration.ofMinutes(draws.below(600))), span);
    }
    for (int i = draws.below(4); i > 0; i--) plan(this::lieOfAnotherGateway, span);
  }

  /** Most things happen close together, or nothing would ever meet anything. */
  private void plan(Runnable what, Duration span) {
    awaited++;
    var within = draws.percent(70) ? Duration.ofMinutes(20) : span;
    timeline.after(
        Duration.ofMillis(draws.between(0, within.toMillis())),
        () -> {
          awaited--;
          what.run();
        });
  }

  private void killOne() {
    var node = anyNode();
    node.die();
    timeline.after(Duration.ofSeconds(draws.below(300)), node::start);
  }

  /**
   * Signed well, by a gateway that this payment does not go through. A link goes through none yet,
   * and may choose the liar's own before the lie arrives.
   */
  private void lieOfAnotherGateway() {
    var all =
        store.allPayments().stream().filter(stored -> !(stored.payment() instanceof Link)).toList();
    if (all.isEmpty()) return;

    var payment = draws.oneOf(all).payment();
    var liar = Dialects.ALL.stream().filter(Dialect::isLiar).filter(d -> !isOf(payment, d));
    var sum = payment.terms().charged();
    var bill = new Bill(Reference.of(payment.id()), sum, "666", Map.of());
    var dialect = liar.findFirst().orElseThrow();
    var lie = dialect.tell(bill, new Fate(Fate.Stage.DONE, sum, "666"));
    provider.callbacks().send(dialect, bill, lie.orElseThrow());
  }

  private static boolean isOf(Payment payment, Dialect dialect) {
    return payment.terms().gateway() == dialect.gateway().number();
  }

  private boolean isQuiet() {
    return awaited == 0
        && provider.callbacks().open() == 0
        && store.nextDue().isEmpty()
        && nodes.stream().allMatch(Node::isIdle);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
