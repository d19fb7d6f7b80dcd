package tollgate.simulation;

import static tollgate.payment.Code.PROVIDER_DECLINE;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tollgate.engine.News;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.CustomerReturned;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.payment.Sales;
import tollgate.simulation.Weather.Fault;
import tollgate.support.Draws;

/** The provider and its customers. What it took and gave is the truth that our book must tell. */
final class FakeProvider {

  private enum Standing {
    WAITING,
    PAID,
    DECLINED,
    CANCELLED
  }

  /** One order there. {@code took} is absent until money has moved. */
  private static final class Order {
    final Payment payment;
    final Temper temper;
    Standing standing = Standing.WAITING;
    @Nullable Money took;

    Order(Payment payment, Temper temper) {
      this.payment = payment;
      this.temper = temper;
    }

    String theirs() {
      return "T" + payment.id().operation();
    }
  }

  private final World world;
  private final Draws draws;
  private final Callbacks callbacks;
  private final FakePayouts payouts;
  private final FakeRefunds refunds;
  private final Map<Payment.Id, Order> orders = new LinkedHashMap<>();

  FakeProvider(World world) {
    this.world = world;
    draws = world.draws();
    callbacks = new Callbacks(world);
    payouts = new FakePayouts(world, callbacks);
    refunds = new FakeRefunds(world, this);
  }

  /** The same order is the same order, however often it is asked for. */
  ProviderEvent start(Payment payment) {
    var order = orders.computeIfAbsent(payment.id(), _ -> opened(payment));
    if (world.weather().has(Fault.PROVIDER_GARBAGE)) return new Doubtful("<html>");
    if (order.standing == Standing.DECLINED || order.standing == Standing.CANCELLED) {
      return declined(order);
    }
    return new CustomerRedirected(Sales.PAGE, order.theirs());
  }

  ProviderEvent ask(Payment payment) {
    var order = orders.get(payment.id());
    if (order == null) return new Doubtful("no such order");
    if (world.weather().has(Fault.PROVIDER_GARBAGE)) return new Doubtful("<html>");

    return word(order);
  }

  boolean knowsCancel(Payment payment) {
    var order = orders.get(payment.id());
    return order == null || order.temper.knowsCancel();
  }

  /** A cancelled order stays cancelled, even one that only arrives later. */
  ProviderEvent cancel(Payment payment) {
    var order = orders.computeIfAbsent(payment.id(), _ -> new Order(payment, Temper.of(draws, 1)));
    if (order.standing == Standing.WAITING) order.standing = Standing.CANCELLED;
    return word(order);
  }

  /** What was really taken for this payment. */
  Optional<Money> took(Payment.Id id) {
    return Optional.ofNullable(orders.get(id)).map(order -> order.took);
  }

  /** Whether a customer could still pay although we could have forbidden it. */
  boolean isCancellable(Payment.Id id) {
    var order = orders.get(id);
    return order != null && order.temper.knowsCancel() && order.standing == Standing.WAITING;
  }

  Collection<Payment.Id> known() {
    return orders.keySet();
  }

  Callbacks callbacks() {
    return callbacks;
  }

  FakePayouts payouts() {
    return payouts;
  }

  FakeRefunds refunds() {
    return refunds;
  }

  private Order opened(Payment payment) {
    var order = new Order(payment, Temper.of(draws, payment.terms().timetable().limit()));
    if (order.temper.declinesAtOnce()) {
      order.standing = Standing.DECLINED;
      return order;
    }
    if (order.temper.decides()) after(order.temper.patience(), () -> decide(order));
    if (draws.percent(40)) after(draws.below(120), () -> customerReturns(payment.id()));
    return order;
  }

  private void decide(Order order) {
    if (order.standing != Standing.WAITING) return;

    if (order.temper.pays()) pay(order);
    else decline(order);
  }

  private void pay(Order order) {
    var asked = order.payment.terms().charged();
    var short1 = Money.of(1, asked.code());
    order.took = order.temper.takesLess() ? asked.minus(short1) : asked;
    order.standing = Standing.PAID;
    if (!order.temper.isSilent()) say(order, word(order));
    if (order.temper.contradicts()) {
      after(draws.below(60), () -> say(order, declined(order)));
    }
  }

  private void decline(Order order) {
    order.standing = Standing.DECLINED;
    say(order, declined(order));
    if (order.temper.changesItsMind()) after(draws.below(7200), () -> pay(order));
  }

  private ProviderEvent word(Order order) {
    return switch (order.standing) {
      case WAITING -> new SalePending(order.theirs());
      case DECLINED, CANCELLED -> declined(order);
      case PAID -> new SaleApproved(Objects.requireNonNull(order.took), order.theirs());
    };
  }

  private static SaleDeclined declined(Order order) {
    return new SaleDeclined(PROVIDER_DECLINE, order.theirs());
  }

  private void say(Order order, PaymentEvent event) {
    callbacks.send(Sales.GATEWAY, order.payment.id(), event);
    if (world.weather().has(Fault.CALLBACK_TWICE)) {
      after(draws.below(30), () -> callbacks.send(Sales.GATEWAY, order.payment.id(), event));
    }
  }

  /** A browser comes back once or not at all; nobody sends it again. */
  private void customerReturns(Payment.Id id) {
    var node = world.anyNode();
    node.asked(() -> node.handle(News.of(id, new CustomerReturned())));
  }

  private void after(int seconds, Runnable what) {
    callbacks.later(seconds, what);
  }
}
