package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.outside.World.until;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.ringgit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tollgate.engine.News;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.Refund;
import tollgate.tenant.LateSuccess;

/** Money that came late and goes back by itself, as the project wants it. */
class LateRefundTest {

  private final World world = new World().withProvider(Quick.PROVIDER).withOutbox(Quick.TICKS);
  private final List<String> refunds = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theProviderIsAskedToGiveBackWhatItTook() {
    world.answering(request -> {
      if (!request.path().equals("/refund")) {
        request.response().end("pending");
        return;
      }
      request
          .body()
          .onSuccess(body -> {
            refunds.add(body.toString());
            request.response().end(refunds.size() < 2 ? "who knows" : "refunded");
          });
    });
    var id = late(99);

    until(() -> payment(id).refunds().stream().anyMatch(Refund::isDone));
    assertThat(payment(id).state()).isInstanceOf(PaidLate.class);
    assertThat(payment(id).refunds()).singleElement().matches(r -> r.amount().minor() == 99);
    assertThat(refunds)
        .hasSize(2)
        .containsOnly("TG-210-" + id.operation() + " 0.99 MYR paid after the decline");
    assertThat(world.outbox.count("exhausted")).isZero();
  }

  private Payment.Id late(long paid) {
    var id = world.sale(SALE.late(LateSuccess.REFUND));
    await(world.engine.handle(News.of(id, new TimeLimitReached())));
    await(world.engine.handle(News.of(id, new SaleApproved(ringgit(paid), "A-1"))));
    return id;
  }

  private Payment payment(Payment.Id id) {
    return await(world.store.payments().load(List.of(id))).get(id).payment();
  }
}
