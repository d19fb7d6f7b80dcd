package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.outside.World.until;
import static tollgate.payment.Sales.SALE;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tollgate.engine.Engine;
import tollgate.engine.MemoryStore;
import tollgate.engine.Timers;
import tollgate.engine.VirtualClock;
import tollgate.engine.Watcher;
import tollgate.gate.Webhook;
import tollgate.payment.Code;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.Sales;

class TimeoutVerticleTest {

  private static final int MANY = 10_000;

  private final VirtualClock clock = new VirtualClock();
  private final MemoryStore store = new MemoryStore(clock, World.LEASE);
  private final Flaky payments = new Flaky(store.payments());
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger cancels = new AtomicInteger();
  private final Vertx vertx = Vertx.vertx();
  private final Engine engine = engine();

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void tenThousandAtOnceAreAllDeclined() {
    var ids = opened(MANY, SALE.within(60, 600));
    clock.advance(Duration.ofSeconds(601));
    started(store.timers());

    until(() -> cancels.get() == MANY);
    assertThat(await(store.payments().load(ids)).values())
        .allSatisfy(stored ->
            assertThat(stored.payment().state()).isEqualTo(new Declined(Code.AUTO_DECLINE)));
  }

  @Test
  void fromTheBaseTimeOnTheProviderIsAsked() {
    opened(10, SALE.within(60, 600));
    started(store.timers());
    clock.advance(Duration.ofSeconds(61));

    until(() -> asked.get() == 10);
    clock.advance(Duration.ofSeconds(11));
    until(() -> asked.get() == 20);
    assertThat(cancels).hasValue(0);
  }

  /** Both read it due before either wrote: whose event comes second finds it asked. */
  @Test
  void twoNodesThatSeeTheSameTimePassAskOnce() {
    opened(10, SALE.within(60, 600));
    clock.advance(Duration.ofSeconds(61));
    var seen = await(store.timers().due(MANY));
    var looks = new AtomicInteger();
    Timers both = rows -> Future.succeededFuture(looks.incrementAndGet() <= 2 ? seen : List.of());
    started(both);

    until(() -> looks.get() > 2);

    assertThat(asked).hasValue(10);
  }

  @Test
  void aDatabaseThatComesBackFindsTheClockWaiting() {
    var ids = opened(5, SALE.within(60, 600));
    var looks = new AtomicInteger();
    Timers flaky =
        rows -> {
          looks.incrementAndGet();
          return payments.down ? Future.failedFuture("down") : store.timers().due(rows);
        };
    payments.down = true;
    clock.advance(Duration.ofSeconds(601));
    started(flaky);
    until(() -> looks.get() >= 3);
    payments.down = false;

    until(() -> cancels.get() == ids.size());
  }

  @Test
  void whatIsPutOffIsTakenUpAgain() {
    try (var world = new World()) {
      world.outbox.down = true;
      world.withProvider(Quick.PROVIDER).withOutbox(Quick.TICKS);
      world.answering("who knows");
      var id = world.sale(SALE);
      until(() -> world.outbox.count("later CALL_PROVIDER") == 1);
      world.answering("approved 10000");
      world.outbox.down = false;

      until(() -> !await(world.store.payments().load(List.of(id))).get(id).payment().isOpen());
    }
  }

  private void started(Timers timers) {
    await(vertx.deployVerticle(new TimeoutVerticle(timers, engine, Quick.TICKS)));
  }

  private List<Payment.Id> opened(int count, Sales sale) {
    var ids = new ArrayList<Payment.Id>();
    var opened = new ArrayList<Future<?>>();
    for (int i = 0; i < count; i++) {
      var id = new Payment.Id(210, await(store.ids().next()));
      ids.add(id);
      opened.add(engine.open(sale.open(id)));
    }
    await(Future.all(opened));
    return ids;
  }

  private Engine engine() {
    var parts =
        new Engine.Parts(
            payments,
            store.outbox(),
            (_, operation, effect) -> new Webhook(operation, effect, "", new byte[0], 0),
            duty -> {
              if (duty.effect() == Effect.ASK_PROVIDER) asked.incrementAndGet();
              if (duty.effect() == Effect.CANCEL_AT_PROVIDER) cancels.incrementAndGet();
            },
            Watcher.NONE,
            InstantSource.system());
    return new Engine(parts, new Engine.Limits(2, 500, 50_000, 10));
  }
}
