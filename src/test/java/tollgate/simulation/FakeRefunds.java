package tollgate.simulation;

import static tollgate.payment.Code.PROVIDER_DECLINE;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.Sale;
import tollgate.provider.Reference;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.simulation.Weather.Fault;
import tollgate.simulation.dialect.Bill;
import tollgate.simulation.dialect.Dialect;
import tollgate.simulation.dialect.Dialect.Trait;
import tollgate.simulation.dialect.Dialects;
import tollgate.simulation.dialect.Fate;
import tollgate.simulation.dialect.Fate.Stage;

/**
 * Refunds at the providers: what comes under one key is one refund, however often it comes. Some
 * know no key: each that comes is another one, and they can only be asked.
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
    final Wanted wanted;
    final RefundTemper temper;
    Standing standing = Standing.WAITING;
    @Nullable Fate saidFirst;

    Order(Sale sale, Wanted wanted, RefundTemper temper) {
      this.sale = sale;
      this.wanted = wanted;
      this.temper = temper;
    }

    Payment.Id id() {
      return new Payment.Id(sale.id().project(), wanted.operation());
    }

    Fate fate() {
      return fate(
          switch (standing) {
            case WAITING -> Stage.OPEN;
            case PAID -> Stage.DONE;
            case DECLINED -> Stage.REFUSED;
          });
    }

    Fate fate(Stage stage) {
      return new Fate(stage, wanted.amount(), "9" + wanted.operation());
    }
  }

  private final World world;
  private final FakeProvider provider;
  private final Map<String, Order> orders = new LinkedHashMap<>();
  private long youngest;

  FakeRefunds(World world, FakeProvider provider) {
    this.world = world;
    this.provider = provider;
  }

  /** {@code key}: by which a repeat is known, where there is one. */
  Reply send(Sale sale, Wanted wanted, String key, Request request) {
    var dialect = Dialects.of(sale);
    if (isOvertaken(dialect, wanted)) return dialect.overtaken(wanted);

    var known = dialect.givesBackAgain() ? key + " " + orders.size() : key;
    var order = orders.computeIfAbsent(known, _ -> opened(sale, wanted));
    if (order.saidFirst == null) order.saidFirst = order.fate();
    if (world.weather().has(Fault.PROVIDER_GARBAGE)) return FakeProvider.GARBAGE;

    var isRepeat = dialect.is(Trait.REPEATS_ITSELF) && !request.method().equals("GET");
    return dialect.answerRefund(wanted, isRepeat ? order.saidFirst : order.fate());
  }

  /** What became of a refund. */
  Reply ask(Sale sale, Wanted wanted) {
    if (world.weather().has(Fault.PROVIDER_GARBAGE)) return FakeProvider.GARBAGE;

    var dialect = Dialects.of(sale);
    if (isOvertaken(dialect, wanted)) return dialect.overtaken(wanted);

    var id = new Payment.Id(sale.id().project(), wanted.operation());
    // There the question is the message itself, which comes for the first time.
    if (dialect.is(Trait.NUMBERS_GROW) && found(id).isEmpty()) {
      orders.put(wanted.key(), opened(sale, wanted));
    }
    return dialect.answerAsked(wanted, found(id).map(Order::fate).orElse(null));
  }

  /** Where numbers must grow, even what is known is refused once a younger one has come. */
  private boolean isOvertaken(Dialect dialect, Wanted wanted) {
    if (!dialect.is(Trait.NUMBERS_GROW)) return false;

    var isOvertaken = wanted.serial() < youngest;
    // Somebody may have given back by hand, in the same name.
    var next = wanted.serial() + (world.draws().percent(30) ? 1 : 0);
    youngest = Math.max(youngest, next);
    return isOvertaken;
  }

  private Optional<Order> found(Payment.Id refund) {
    return orders.values().stream().filter(order -> order.id().equals(refund)).findFirst();
  }

  /** What a person sees on the provider's page; nothing while it is not decided. */
  Optional<ProviderEvent> seen(Payment.Id refund) {
    var operation = refund.operation();
    var order = found(refund);
    if (order.isEmpty()) return Optional.of(new RefundDeclined(operation, PROVIDER_DECLINE));

    return switch (order.get().standing) {
      case WAITING -> Optional.empty();
      case PAID -> Optional.of(new RefundApproved(operation, ""));
      case DECLINED -> Optional.of(new RefundDeclined(operation, PROVIDER_DECLINE));
    };
  }

  /** What was given back by this refund; absent until money has moved. */
  Optional<Money> paid(Payment.Id refund) {
    return orders.values().stream()
        .filter(order -> order.id().equals(refund) && order.standing == Standing.PAID)
        .map(order -> order.wanted.amount())
        .reduce(Money::plus);
  }

  /** What all refunds of this sale gave back, in minor units. */
  private long paidOf(Payment.Id sale) {
    return orders.values().stream()
        .filter(order -> order.sale.id().equals(sale) && order.standing == Standing.PAID)
        .mapToLong(order -> order.wanted.amount().minor())
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

  private Order opened(Sale sale, Wanted wanted) {
    var dialect = Dialects.of(sale);
    var canTell = dialect.is(Trait.TELLS_REFUNDS);
    var order = new Order(sale, wanted, RefundTemper.of(world.draws(), canTell));
    auditOpened(order, dialect);
    if (order.temper.patience() == 0) decide(order);
    else after(order.temper.patience(), () -> decide(order));
    return order;
  }

  private void auditOpened(Order order, Dialect dialect) {
    var auditor = world.auditor();
    var kept =
        world
            .store()
            .payment(order.sale.id())
            .map(stored -> stored.payment().refund(order.wanted.operation()));
    auditor.expect(kept.isPresent(), "I13 refund sent and not kept", order.wanted);
    var isMarked = kept.isPresent() && (!dialect.givesBackAgain() || kept.get().isInDoubt());
    auditor.expect(isMarked, "I13 refund sent and not marked", order.wanted);
    var isNew = orders.values().stream().noneMatch(known -> known.id().equals(order.id()));
    auditor.expect(isNew, "I13 refunded twice", order.wanted);
  }

  private void decide(Order order) {
    order.standing = order.temper.pays() ? Standing.PAID : Standing.DECLINED;
    if (order.temper.says()) say(order, order.fate());
    if (order.temper.contradicts()) {
      var other = order.standing == Standing.PAID ? Stage.REFUSED : Stage.DONE;
      after(world.draws().below(60), () -> say(order, order.fate(other)));
    }
    var took = provider.took(order.sale.id()).map(Money::minor).orElse(0L);
    world
        .auditor()
        .expect(paidOf(order.sale.id()) <= took, "I14 gave back more than it took", order.sale);
  }

  private void say(Order order, Fate fate) {
    var dialect = Dialects.of(order.sale);
    var reference = Reference.of(order.sale.id());
    var told = dialect.tellRefund(reference, order.wanted.key(), fate).orElseThrow();
    var bill = new Bill(reference, order.wanted.amount(), "", Map.of());
    provider.callbacks().send(dialect, bill, told);
    if (world.weather().has(Fault.CALLBACK_TWICE)) {
      after(world.draws().below(30), () -> provider.callbacks().send(dialect, bill, told));
    }
  }

  private void after(int seconds, Runnable what) {
    provider.callbacks().later(seconds, what);
  }
}
