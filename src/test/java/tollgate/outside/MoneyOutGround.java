package tollgate.outside;

import static tollgate.engine.StoreUnderTest.await;
import static tollgate.outside.World.PROJECT;
import static tollgate.outside.World.until;
import static tollgate.payment.Sales.ANY;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.ringgit;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import tollgate.engine.Duty;
import tollgate.engine.News;
import tollgate.ledger.Account;
import tollgate.money.Money;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.Payout;
import tollgate.payment.Sales;

/** What tests of money that leaves stand on: a company that has earned, and a server that notes. */
abstract class MoneyOutGround {

  static final long EARNED = 10_000;

  final World world = new World();

  /** Path and key of each message that arrived. */
  final Queue<String> arrived = new ConcurrentLinkedQueue<>();

  @AfterEach
  final void close() {
    world.close();
  }

  /** What the provider answers, one word after the other, the last one for ever. */
  final void answering(String... words) {
    world.answering(request -> {
      arrived.add(request.path() + " " + request.getHeader("Idempotency-Key"));
      var number = Math.min(arrived.size(), words.length) - 1;
      request.response().end(words[number]);
    });
  }

  final Payment.Id earned(Sales sale) {
    var id = world.sale(sale);
    tell(id, new SaleApproved(sale.amount(), "A-1"));
    return id;
  }

  final Payment.Id payout(Sales wish) {
    var id = new Payment.Id(PROJECT, await(world.store.ids().next()));
    await(world.engine.open(Payout.open(id, wish.to("0123456789").terms(id), ANY, AT)));
    return id;
  }

  final Payment.Id payout() {
    return payout(SALE.of(ringgit(4_000)).untold());
  }

  final void tell(Payment.Id id, PaymentEvent event) {
    await(world.engine.handle(News.of(id, event)));
  }

  final Payment now(Payment.Id id) {
    return await(world.store.payments().load(List.of(id))).get(id).payment();
  }

  /** What a node that died held is due, as after the end of its lease. */
  final void leaseEnds(Payment.Id operation, Payment payment, Effect effect, int attempt) {
    until(() -> attempts(operation, effect) == attempt);
    var duty = new Duty(payment, operation, effect, attempt, null);
    await(world.store.outbox().later(duty, Duration.ZERO));
  }

  /** 0 when it came back from a verticle that was not there; -1 when there is no such duty. */
  final int attempts(Payment.Id operation, Effect effect) {
    return world.store.duties().stream()
        .filter(duty -> duty.payment().equals(operation) && duty.effect() == effect)
        .mapToInt(duty -> duty.attempt())
        .findFirst()
        .orElse(-1);
  }

  final void begin() {
    world.withProvider(acme(), Quick.PROVIDER).withOutbox(Quick.TICKS);
  }

  AcmePay acme() {
    return new AcmePay();
  }

  /** Whatever was handed to the provider's verticle is through. */
  final void untilIdle() {
    until(() -> world.gauge("tollgate.duties.handed.over", "to", "provider.acme") == 0);
  }

  final long balance() {
    var currency = SALE.amount().currency();
    return world
        .store
        .balances()
        .getOrDefault(new Account.Merchant(PROJECT, currency), Money.zero(currency))
        .minor();
  }
}
