package tollgate.engine;

import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Sales.ANY;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;
import static tollgate.payment.Sales.ringgit;

import io.vertx.core.Future;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import tollgate.engine.Handled.Decided;
import tollgate.engine.Opening.Accepted;
import tollgate.ledger.Account;
import tollgate.payment.Decision;
import tollgate.payment.Decision.Proposal;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.Payout;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.payment.Sales;

/** What the suite about money that leaves stands on: two engines on one store, and its words. */
public abstract class MoneyOutGround extends ContractGround {

  static final String WALLET = "000000000018";

  final List<Duty> performed = new CopyOnWriteArrayList<>();
  Engine one;
  Engine other;

  @BeforeEach
  final void engines() {
    one = engine();
    other = engine();
  }

  /** Balance of this account of the test's project as it is kept, in minor units. */
  protected abstract long balance(Account account);

  Engine engine() {
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

  Payment earned(long minor) {
    return paid(SALE.of(ringgit(minor)));
  }

  Payment toppedUp(long minor) {
    return paid(SALE.of(ringgit(minor)).into(WALLET));
  }

  Payment paid(Sales sale) {
    var opened = opened(sale).payment();
    handle(opened, new SaleApproved(opened.terms().charged(), THEIRS));
    return opened;
  }

  Payment payout(long minor) {
    return payment(one.open(payoutOf(minor)));
  }

  Proposal payoutOf(long minor) {
    var id = newId();
    return Payout.open(id, SALE.of(ringgit(minor)).to("0123456789").terms(id), ANY, AT);
  }

  Future<Opening> spend(Engine engine, long minor) {
    var id = newId();
    var terms = SALE.of(ringgit(minor)).paidBy(WALLET).terms(id);
    return engine.open(Sale.open(id, terms, ANY, AT));
  }

  static Payment payment(Future<Opening> opening) {
    return ((Accepted) await(opening)).payment();
  }

  Refund.Request refund(long minor) {
    var operation = newId().operation();
    var wish = new Refund.Wish("req-" + operation, "mine-" + operation, "why", null);
    return new Refund.Request(operation, ringgit(minor), wish, ZoneOffset.UTC);
  }

  static News wanted(Payment sale, Refund.Request request) {
    return News.of(sale.id(), new RefundRequested(request));
  }

  static Decision decided(Future<Handled> handled) {
    return ((Decided) handled.result()).decision();
  }

  void handle(Payment payment, PaymentEvent event) {
    await(one.handle(News.of(payment.id(), event)));
  }

  Payment found(Payment payment) {
    return await(store.payments().find(project, payment.terms().paymentId()))
        .orElseThrow()
        .payment();
  }

  Account merchant() {
    return new Account.Merchant(project, SALE.amount().currency());
  }

  Account wallet() {
    return new Account.Wallet(project, WALLET, SALE.amount().currency());
  }
}
