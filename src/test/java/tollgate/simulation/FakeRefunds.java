package tollgate.simulation;

import static tollgate.payment.Code.PROVIDER_DECLINE;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.payment.Sales;
import tollgate.simulation.Weather.Fault;

/**
 * Refunds at the provider: what comes under one key is one refund, however often it comes. Half of
 * them it takes without a key: each that comes is another one, and it can only be asked for them.
 */
final class FakeRefunds {

  private enum Standing {
    WAITING,
    PAID,
    DECLINED
  }

  /** One refund there. */
  private static final class Order {
    final Sale sale;
    final Refund refund;
    final RefundTemper temper;
    Standing standing = Standing.WAITING;

    Order(Sale sale, Refund refund, RefundTemper temper) {
      this.sale = sale;
      this.refund = refund;
      this.temper = temper;
    }

    Payment.Id id() {
      return new Payment.Id(sale.id().project(), refund.operation());
    }
  }

  private final World world;
  private final FakeProvider provider;
  private final Map<String, Order> orders = new LinkedHashMap<>();

  FakeRefunds(World world, FakeProvider provider) {
    this.world = world;
    this.provider = provider;
  }

  /** Whether its message would be executed as often as it comes. */
  static boolean isOnceOnly(Refund refund) {
    return refund.operation() % 2 == 0;
  }

  /** {@code key}: by which a repeat is known. */
  ProviderEvent send(Sale sale, Refund refund, String key) {
    var order =
        isOnceOnly(refund)
            ? orders.computeIfAbsent(key + " " + orders.size(), _ -> opened(sale, refund))
            : orders.computeIfAbsent(key, _ -> opened(sale, refund));
    return world.weather().has(Fault.PROVIDER_GARBAGE) ? new Doubtful("<html>") : word(order);
  }

  /** What became of a refund; doubtful when it is not there, for it may be on its way. */
  ProviderEvent ask(Sale sale, Refund refund) {
    if (world.weather().has(Fault.PROVIDER_GARBAGE)) return new Doubtful("<html>");

    return found(new Payment.Id(sale.id().project(), refund.operation()))
        .map(FakeRefunds::word)
        .orElse(new Doubtful("no such refund"));
  }

  private Optional<Order> found(Payment.Id refund) {
    return orders.values().stream().filter(order -> order.id().equals(refund)).findFirst();
  }

  /** What a person sees on the provider's page: that it never came. */
  boolean isUnheardOf(Payment.Id refund) {
    return found(refund).isEmpty();
  }

  /** What was given back by this refund; absent until money has moved. */
  Optional<Money> paid(Payment.Id refund) {
    return orders.values().stream()
        .filter(order -> order.id().equals(refund) && order.standing == Standing.PAID)
        .map(order -> order.refund.charged())
        .reduce(Money::plus);
  }

  /** What all refunds of this sale gave back, in minor units. */
  long paidOf(Payment.Id sale) {
    return orders.values().stream()
        .filter(order -> order.sale.id().equals(sale) && order.standing == Standing.PAID)
        .mapToLong(order -> order.refund.charged().minor())
        .sum();
  }

  /** Whether its money may be where it was again: it never went there, or there is a no. */
  boolean isFree(Payment.Id refund) {
    return orders.values().stream()
        .filter(order -> order.id().equals(refund))
        .allMatch(order -> order.standing == Standing.DECLINED || order.temper.contradicts());
  }

  /** Whether it may be booked as given back: it is, or that was said. */
  boolean isSpent(Payment.Id refund) {
    return orders.values().stream()
        .filter(order -> order.id().equals(refund))
        .anyMatch(order -> order.standing == Standing.PAID || order.temper.contradicts());
  }

  private Order opened(Sale sale, Refund refund) {
    var order = new Order(sale, refund, RefundTemper.of(world.draws()));
    var kept = world.store().payment(sale.id());
    var isKept = kept.isPresent() && kept.get().payment().refund(refund.operation()) != null;
    world.auditor().expect(isKept, "I13 refund sent and not kept", refund);
    var isNew = orders.values().stream().noneMatch(known -> known.id().equals(order.id()));
    world.auditor().expect(isNew, "I13 refunded twice", refund);
    if (order.temper.patience() == 0) decide(order);
    else after(order.temper.patience(), () -> decide(order));
    return order;
  }

  private void decide(Order order) {
    order.standing = order.temper.pays() ? Standing.PAID : Standing.DECLINED;
    if (order.temper.says()) say(order, word(order));
    if (order.temper.contradicts()) after(world.draws().below(60), () -> say(order, other(order)));
    var took = provider.took(order.sale.id()).map(Money::minor).orElse(0L);
    world
        .auditor()
        .expect(paidOf(order.sale.id()) <= took, "I14 gave back more than it took", order.sale);
  }

  private static ProviderEvent word(Order order) {
    var operation = order.refund.operation();
    return switch (order.standing) {
      case WAITING -> new RefundPending(operation);
      case PAID -> new RefundApproved(operation, "R" + operation);
      case DECLINED -> new RefundDeclined(operation, PROVIDER_DECLINE);
    };
  }

  private static ProviderEvent other(Order order) {
    var operation = order.refund.operation();
    return order.standing == Standing.PAID
        ? new RefundDeclined(operation, PROVIDER_DECLINE)
        : new RefundApproved(operation, "R" + operation);
  }

  private void say(Order order, ProviderEvent event) {
    provider.callbacks().send(Sales.GATEWAY, order.sale.id(), event);
    if (world.weather().has(Fault.CALLBACK_TWICE)) {
      after(
          world.draws().below(30),
          () -> provider.callbacks().send(Sales.GATEWAY, order.sale.id(), event));
    }
  }

  private void after(int seconds, Runnable what) {
    provider.callbacks().later(seconds, what);
  }
}
