package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.outside.World.until;
import static tollgate.payment.Sales.SALE;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tollgate.engine.News;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.PaymentState.AwaitingCustomer;

/** One call at once and one in wait: whoever finds no room was not tried, however often. */
class ProviderBulkheadTest {

  private static final long TRIES = Quick.PROVIDER.retry().sendAttemptsMax();
  private static final int CROWD = 5;

  private final World world =
      new World()
          .withProvider(Quick.calls(new ProviderOptions.Calls(1, 1, Duration.ofMillis(1))))
          .withOutbox(Quick.TICKS);
  private final Queue<HttpServerRequest> open = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aSaleIsNotDeclinedForWantOfRoom() {
    world.answering(open::add);
    var sales = new ArrayList<Payment.Id>();
    for (int i = 0; i < CROWD; i++) sales.add(world.sale(SALE));
    until(() -> world.outbox.count("back CALL_PROVIDER 1 ") > CROWD * TRIES);

    world.answering("redirect");
    open.forEach(request -> request.response().end("redirect"));

    until(() -> sales.stream().allMatch(id -> world.state(id) instanceof AwaitingCustomer));
  }

  @Test
  void aCancelIsNotGivenUpForWantOfRoom() {
    world.answering("redirect");
    var sales = new ArrayList<Payment.Id>();
    for (int i = 0; i < CROWD; i++) sales.add(world.sale(SALE.untold()));
    until(() -> sales.stream().allMatch(id -> world.state(id) instanceof AwaitingCustomer));
    world.answering(open::add);
    for (var id : sales) await(world.engine.handle(News.of(id, new TimeLimitReached())));
    until(() -> world.outbox.count("back CANCEL_AT_PROVIDER 1 ") >= 3);

    world.answering("declined");
    open.forEach(request -> request.response().end("declined"));

    until(() -> world.store.duties().stream().noneMatch(duty -> !duty.effect().isNotice()));
    assertThat(world.outbox.count("exhausted")).isZero();
  }
}
