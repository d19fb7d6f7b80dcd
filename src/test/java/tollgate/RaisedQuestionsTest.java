package tollgate;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Sales.PAGE;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tollgate.engine.Duty;
import tollgate.engine.Engine;
import tollgate.engine.News;
import tollgate.engine.News.Source;
import tollgate.engine.Raising;
import tollgate.engine.Stored;
import tollgate.engine.VirtualClock;
import tollgate.gate.Webhook;
import tollgate.operations.SilenceMeters;
import tollgate.operations.SilenceOptions;
import tollgate.outside.OutsideMeters;
import tollgate.outside.RaisingOptions;
import tollgate.outside.RaisingVerticle;
import tollgate.outside.TimeoutVerticle;
import tollgate.outside.TimerOptions;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.Sales;
import tollgate.store.PgStores;
import tollgate.support.Postgres;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Tenants;

/**
 * A provider falls silent through one of its two gateways, on a real database and before two nodes,
 * which judge it by what they commit. By their timetable its sales are asked about in ten minutes:
 * what is sooner is raised.
 */
class RaisedQuestionsTest {

  private static final long PROJECT = 210;
  private static final long SILENT = 7;
  private static final long LIVELY = 8;
  private static final Sales WAITING = SALE.within(600, 3600);
  private static final int HISTORY = 20;
  private static final int BUDGET = 10;
  private static final RaisingOptions OPTIONS =
      new RaisingOptions(2 * BUDGET, Duration.ofMillis(500), 20_000);
  private static final Tenants TENANTS =
      new Tenants(Map.of(), Map.of(SILENT, gateway(SILENT), LIVELY, gateway(LIVELY)));

  private final Vertx vertx = Vertx.vertx();
  private final VirtualClock clock = new VirtualClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final SilenceMeters silence =
      new SilenceMeters(registry, () -> TENANTS, SilenceOptions.USUAL, clock);
  private final OutsideMeters meters = new OutsideMeters(registry);
  private final List<Payment.Id> asked = new CopyOnWriteArrayList<>();
  private final List<Integer> rounds = new CopyOnWriteArrayList<>();
  private final AtomicInteger looks = new AtomicInteger();
  private final List<Node> nodes = new ArrayList<>();

  @AfterEach
  void close() {
    nodes.forEach(node -> await(node.stores.close()));
    await(vertx.close());
  }

  @Test
  void whatASilentProviderDecidedIsFoundSoonWithinTheBudgetUntilItIsHeardAgain() {
    var options = Postgres.fresh();
    for (int i = 0; i < 2; i++) nodes.add(new Node(await(PgStores.open(vertx, options, clock))));
    ended(SILENT, true);
    ended(LIVELY, true);
    clock.advance(SilenceOptions.USUAL.window().multipliedBy(2));
    ended(SILENT, false);
    ended(LIVELY, true);
    var silent = atProvider(SILENT, 4 * BUDGET);
    var lively = atProvider(LIVELY, BUDGET);
    nodes.forEach(Node::start);

    until(() -> open(silent) == 0);

    assertThat(asked).containsExactlyInAnyOrderElementsOf(silent);
    assertThat(open(lively)).as("nobody asked about them").isEqualTo(BUDGET);
    assertThat(rounds).allMatch(questions -> questions <= BUDGET);
    assertThat(raised()).isEqualTo(4 * BUDGET);

    ended(SILENT, true);
    var later = atProvider(SILENT, BUDGET);
    var from = looks.get();
    until(() -> looks.get() >= from + 20);
    assertThat(open(later)).as("it is heard again").isEqualTo(BUDGET);
    assertThat(raised()).isEqualTo(4 * BUDGET);
  }

  /** So many sales, the history of a provider, ended by its callbacks or by our questions. */
  private void ended(long gateway, boolean byCallback) {
    var source = new Source(gateway, "");
    for (var id : atProvider(gateway, HISTORY)) {
      var paid = new SaleApproved(SALE.amount(), THEIRS);
      handled(byCallback ? News.from(source, id, paid) : News.of(id, paid));
    }
  }

  private List<Payment.Id> atProvider(long gateway, int sales) {
    var ids = new ArrayList<Payment.Id>();
    for (int i = 0; i < sales; i++) {
      var id = new Payment.Id(PROJECT, await(nodes.getFirst().stores.operations().next()));
      await(nodes.getFirst().engine.open(WAITING.through(gateway).open(id)));
      handled(News.of(id, new CustomerRedirected(PAGE, THEIRS)));
      ids.add(id);
    }
    return ids;
  }

  private void handled(News news) {
    await(nodes.getFirst().engine.handle(news));
  }

  private long open(List<Payment.Id> ids) {
    var now = await(nodes.getFirst().stores.payments().load(ids)).values();
    return now.stream().map(Stored::payment).filter(Payment::isOpen).count();
  }

  private double raised() {
    return registry
        .get("tollgate.provider.questions.raised")
        .tag("provider", "acme")
        .counter()
        .count();
  }

  /** Of a round no more is kept than how many questions it raised. */
  private Raising noted(Raising raising) {
    return (gateways, round) ->
        raising.raise(gateways, round).onSuccess(raised -> rounds.addAll(raised.values()));
  }

  private boolean isSilent(Gateway gateway) {
    looks.incrementAndGet();
    return silence.isSilent(gateway);
  }

  private static Gateway gateway(long number) {
    var base = URI.create("https://acme.example");
    return new Gateway(number, "acme", base, Map.of(), Map.of(), GatewayTerms.USUAL);
  }

  private static void until(BooleanSupplier condition) {
    var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) throw new AssertionError("it never came true");
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** One gateway's process, as far as it matters here. Its provider answers at once: paid. */
  private final class Node {

    final PgStores stores;
    final Engine engine;

    Node(PgStores stores) {
      this.stores = stores;
      var parts =
          new Engine.Parts(
              stores.payments(),
              stores.outbox(),
              (_, operation, effect) -> new Webhook(operation, effect, "", new byte[0], 0),
              this::perform,
              silence,
              clock);
      engine = new Engine(parts, new Engine.Limits(1, 500, 20_000, 20));
    }

    void start() {
      var times = TimerOptions.USUAL;
      var parts =
          new RaisingVerticle.Parts(
              noted(stores.raising()), () -> TENANTS, RaisedQuestionsTest.this::isSilent, meters);
      await(vertx.deployVerticle(new TimeoutVerticle(stores.timers(), engine, times)));
      await(vertx.deployVerticle(new RaisingVerticle(parts, OPTIONS, times)));
    }

    private void perform(Duty duty) {
      if (duty.effect() != Effect.ASK_PROVIDER) return;

      var payment = duty.payment();
      asked.add(payment.id());
      engine.handle(News.of(payment.id(), new SaleApproved(SALE.amount(), THEIRS)));
    }
  }
}
