package tollgate.engine;

import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import tollgate.engine.Handled.Decided;
import tollgate.payment.Decision;
import tollgate.payment.Effect;
import tollgate.payment.Links;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;

/** What the suites about payment links stand on: two engines on one store that pull at a link. */
public abstract class LinkGround extends ContractGround {

  static final int AT_ONCE = 64;
  static final Duration GOOD_FOR = Duration.ofSeconds(Links.SECONDS);

  private final List<Duty> performed = new CopyOnWriteArrayList<>();
  Engine one;
  Engine other;

  @BeforeEach
  final void engines() {
    one = engine();
    other = engine();
  }

  private Engine engine() {
    var parts =
        new Engine.Parts(
            store.payments(),
            store.outbox(),
            ContractGround::written,
            performed::add,
            Watcher.NONE,
            () -> AT);
    return new Engine(parts, new Engine.Limits(1, 100, 1000, 50));
  }

  final List<Decision> race(Payment.Id id, IntFunction<PaymentEvent> event) {
    var all = new ArrayList<Future<Handled>>();
    for (int i = 0; i < AT_ONCE; i++) {
      all.add((i % 2 == 0 ? one : other).handle(News.of(id, event.apply(i))));
    }
    await(Future.join(all));
    return all.stream().map(handled -> ((Decided) handled.result()).decision()).toList();
  }

  static Decision decided(Engine engine, Payment.Id id, PaymentEvent event) {
    return ((Decided) await(engine.handle(News.of(id, event)))).decision();
  }

  /** What the engines were told to do about it. */
  final List<Effect> effects(Payment.Id id) {
    return performed.stream()
        .filter(duty -> duty.operation().equals(id))
        .map(Duty::effect)
        .toList();
  }

  final Payment offered() {
    var step = Links.open(newId(), SALE, null);
    await(store.payments().add(List.of(opening(step))));
    return step.payment();
  }
}
