package tollgate.simulation;

import static tollgate.payment.Code.DUPLICATE_OPERATION;
import static tollgate.payment.Code.WRONG_ACCOUNT_DATA;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.PayoutApproved;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.PayoutPending;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.Sales;
import tollgate.simulation.Weather.Fault;

/** Payouts at the provider: what comes under one key is one payout, however often it comes. */
final class FakePayouts {

  private enum Standing {
    WAITING,
    PAID,
    DECLINED
  }

  /** One payout there. */
  private static final class Order {
    final Payment payment;
    final PayoutTemper temper;
    Standing standing = Standing.WAITING;

    Order(Payment payment, PayoutTemper temper) {
      this.payment = payment;
      this.temper = temper;
    }

    String theirs() {
      return "O" + payment.id().operation();
    }
  }

  private final World world;
  private final Callbacks callbacks;
  private final Map<String, Order> orders = new LinkedHashMap<>();

  FakePayouts(World world, Callbacks callbacks) {
    this.world = world;
    this.callbacks = callbacks;
  }

  /** {@code key}: by which a repeat is known. */
  ProviderEvent send(Payment payment, String key) {
    var known = orders.get(key);
    var order = known == null ? opened(payment, key) : known;
    if (world.weather().has(Fault.PROVIDER_GARBAGE)) return new Doubtful("<html>");
    if (known != null && order.temper.refusesRepeats()) {
      return new PayoutDeclined(DUPLICATE_OPERATION, "");
    }
    return order.temper.refusesAtOnce() ? new PayoutDeclined(WRONG_ACCOUNT_DATA, "") : word(order);
  }

  ProviderEvent ask(Payment payment) {
    var order = of(payment.id());
    if (order.isEmpty() || world.weather().has(Fault.PROVIDER_GARBAGE)) {
      return new Doubtful("no such payout");
    }
    return word(order.get());
  }

  /** Absent until money has moved. */
  Optional<Money> paid(Payment.Id id) {
    return orders.values().stream()
        .filter(order -> order.payment.id().equals(id) && order.standing == Standing.PAID)
        .map(order -> order.payment.askedFor())
        .reduce(Money::plus);
  }

  /** Whether the company may have its money back: it never went there, or there is a no. */
  boolean isFree(Payment.Id id) {
    return orders.values().stream()
        .filter(order -> order.payment.id().equals(id))
        .allMatch(order -> order.standing == Standing.DECLINED || order.temper.contradicts());
  }

  /** Whether it may be booked as paid: it is, or that was said. */
  boolean isSpent(Payment.Id id) {
    return of(id).stream()
        .anyMatch(order -> order.standing == Standing.PAID || order.temper.contradicts());
  }

  Collection<Payment.Id> known() {
    return orders.values().stream().map(order -> order.payment.id()).collect(Collectors.toSet());
  }

  private Order opened(Payment payment, String key) {
    var id = payment.id();
    world.auditor().expect(isMarked(id), "I13 sent and not marked", payment);
    world.auditor().expect(of(id).isEmpty(), "I13 sent twice", payment);
    var limit = payment.terms().timetable().limit();
    var order = new Order(payment, PayoutTemper.of(world.draws(), limit));
    orders.put(key, order);
    if (order.temper.refusesAtOnce()) order.standing = Standing.DECLINED;
    else if (order.temper.patience() == 0) decide(order);
    else after(order.temper.patience(), () -> decide(order));
    return order;
  }

  /** That it may go out is kept before it does. */
  private boolean isMarked(Payment.Id id) {
    var kept = world.store().payment(id);
    return kept.isPresent() && kept.get().payment().state().equals(new Processing(true));
  }

  private void decide(Order order) {
    order.standing = order.temper.pays() ? Standing.PAID : Standing.DECLINED;
    if (!order.temper.isSilent()) after(world.draws().below(120), () -> say(order, word(order)));
    if (order.temper.contradicts()) after(world.draws().below(60), () -> say(order, other(order)));
  }

  private static ProviderEvent word(Order order) {
    return switch (order.standing) {
      case WAITING -> new PayoutPending(order.theirs());
      case PAID -> new PayoutApproved(order.theirs());
      case DECLINED -> new PayoutDeclined(WRONG_ACCOUNT_DATA, order.theirs());
    };
  }

  private static ProviderEvent other(Order order) {
    return order.standing == Standing.PAID
        ? new PayoutDeclined(WRONG_ACCOUNT_DATA, order.theirs())
        : new PayoutApproved(order.theirs());
  }

  private Optional<Order> of(Payment.Id id) {
    return orders.values().stream().filter(order -> order.payment.id().equals(id)).findFirst();
  }

  private void say(Order order, ProviderEvent event) {
    callbacks.send(Sales.GATEWAY, order.payment.id(), event);
    if (world.weather().has(Fault.CALLBACK_TWICE)) {
      after(
          world.draws().below(30), () -> callbacks.send(Sales.GATEWAY, order.payment.id(), event));
    }
  }

  private void after(int seconds, Runnable what) {
    callbacks.later(seconds, what);
  }
}
