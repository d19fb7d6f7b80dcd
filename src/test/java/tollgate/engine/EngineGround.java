package tollgate.engine;

import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tollgate.ledger.Account;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.Sales;

/** An engine with one lane on a store in memory, behind a connection that a test can trouble. */
class EngineGround {

  static final int BATCH_MAX = 8;
  static final int QUEUE_MAX = 20;
  static final int ATTEMPTS_MAX = 3;

  final VirtualClock clock = new VirtualClock();
  final MemoryStore store = new MemoryStore(clock, Duration.ofSeconds(60));
  final TroubledPayments payments = new TroubledPayments(store.payments());
  final List<Duty> performed = new ArrayList<>();
  final Ids ids = store.ids();
  Starter starter = Starter.NONE;
  final Engine engine = engine(performed::add);

  Engine engine(Performer performer) {
    return new Engine(
        new Engine.Parts(
            payments,
            store.outbox(),
            ContractGround::written,
            performer,
            Watcher.NONE,
            () -> AT,
            sale -> starter.start(sale),
            Pause.NONE),
        new Engine.Limits(1, BATCH_MAX, QUEUE_MAX, ATTEMPTS_MAX));
  }

  Payment.Id newId() {
    return new Payment.Id(210, ids.next().result());
  }

  /** Kept, and its call to the provider performed and forgotten. */
  Payment opened(Sales sale) {
    var step = sale.open(newId());
    store.payments().add(List.of(ContractGround.opening(step)));
    return step.payment();
  }

  Payment opened() {
    return opened(SALE);
  }

  Future<Handled> handle(Payment payment, PaymentEvent event) {
    return engine.handle(News.of(payment.id(), event));
  }

  static SaleApproved approved(Payment payment) {
    return new SaleApproved(payment.terms().amount(), THEIRS);
  }

  Payment now(Payment payment) {
    return store.payment(payment.id()).orElseThrow().payment();
  }

  long balance(Account account) {
    return store.balances().getOrDefault(account, Money.zero(account.currency())).minor();
  }
}
