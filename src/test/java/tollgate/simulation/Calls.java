package tollgate.simulation;

import java.util.Optional;
import java.util.function.Supplier;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.PayoutApproved;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.Payout;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.provider.OnceOnlyRefunds;
import tollgate.provider.OnceOnlyRefunds.First;
import tollgate.provider.Order;
import tollgate.provider.Payouts;
import tollgate.provider.Provider.Call;
import tollgate.provider.Provider.Start;
import tollgate.provider.Refunds;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.simulation.Saboteur.Habit;
import tollgate.simulation.dialect.Dialects;

/**
 * What we ask of providers, in the words of the adapters that production has. A call is a supplier:
 * whoever runs it is at the provider, and what it gives is how we read the answer.
 */
final class Calls {

  private static final String PUBLIC_URL = "https://pay.example";

  private final World world;

  Calls(World world) {
    this.world = world;
  }

  /** Whether nothing more is to come. */
  static boolean isDecided(ProviderEvent event) {
    return event instanceof SaleApproved
        || event instanceof SaleDeclined
        || event instanceof PayoutApproved
        || event instanceof PayoutDeclined
        || event instanceof RefundApproved
        || event instanceof RefundDeclined;
  }

  /** Every other sale is left to its duty, as one of a gateway that is just being configured is. */
  Optional<ProviderEvent> startAtOnce(Sale sale) {
    return sale.id().operation() % 2 == 0 && start(sale) instanceof Start.Already(var event)
        ? Optional.of(event)
        : Optional.empty();
  }

  Start start(Sale sale) {
    var dialect = Dialects.of(sale);
    return dialect.adapter().start(order(sale), dialect.gateway());
  }

  Supplier<ProviderEvent> started(Sale sale, Request request) {
    var dialect = Dialects.of(sale);
    return () ->
        dialect
            .adapter()
            .read(
                Call.START, order(sale), dialect.gateway(), world.provider().start(sale, request));
  }

  /** Empty where there is nobody to ask. */
  Optional<Supplier<ProviderEvent>> ask(Payment payment) {
    return ask(payment, "");
  }

  /** The same of this transfer; empty: of the one that is known. */
  Optional<Supplier<ProviderEvent>> ask(Payment payment, String transfer) {
    return switch (payment) {
      case Sale sale -> askOf(sale, transfer.isEmpty() ? sale.providersId() : transfer);
      case Payout payout -> Optional.of(askOf(payout));
      case Link _ -> throw new IllegalStateException("no provider knows a link");
    };
  }

  private Optional<Supplier<ProviderEvent>> askOf(Sale sale, String transfer) {
    var dialect = Dialects.of(sale);
    var order = order(sale).about(transfer);
    return dialect
        .adapter()
        .ask(order, dialect.gateway())
        .map(_ ->
            () -> {
              var reply = world.provider().ask(sale, transfer);
              return heard(
                  reply, dialect.adapter().read(Call.ASK, order, dialect.gateway(), reply));
            });
  }

  /** Who is broken has answered nothing. */
  private static ProviderEvent heard(Reply reply, ProviderEvent event) {
    return reply.status() >= 500 && event instanceof Doubtful doubtful
        ? Doubtful.unheard(doubtful.why())
        : event;
  }

  private Supplier<ProviderEvent> askOf(Payout payout) {
    var dialect = Dialects.of(payout);
    return () ->
        payouts(payout)
            .read(
                Payouts.Call.ASK,
                order(payout),
                dialect.gateway(),
                world.provider().payouts().ask(payout, order(payout)));
  }

  /** Empty where the protocol has no word for it. */
  Optional<Supplier<ProviderEvent>> cancel(Payment sale) {
    var dialect = Dialects.of(sale);
    var order = order(sale);
    return dialect
        .adapter()
        .cancel(order, dialect.gateway())
        .map(_ ->
            () ->
                dialect
                    .adapter()
                    .read(Call.CANCEL, order, dialect.gateway(), world.provider().cancel(sale)));
  }

  Supplier<ProviderEvent> payOut(Payment payout, String key) {
    var gateway = Dialects.of(payout).gateway();
    var order = order(payout);
    var request = payouts(payout).send(order, gateway);
    return () -> {
      var reply = world.provider().payouts().send(payout, key, order, request);
      return payouts(payout).read(Payouts.Call.SEND, order, gateway, reply);
    };
  }

  Optional<Refunds> refunds(Sale sale) {
    var dialect = Dialects.of(sale);
    return dialect.adapter().refunds(dialect.gateway());
  }

  Wanted wanted(Sale sale, Refund refund) {
    return Wanted.of(sale, refund, PUBLIC_URL, world.stamp());
  }

  Supplier<ProviderEvent> refund(Refunds by, Sale sale, Wanted wanted, String key) {
    var gateway = Dialects.of(sale).gateway();
    var request = by.send(wanted, gateway);
    return () ->
        by.read(wanted, gateway, world.provider().refunds().send(sale, wanted, key, request));
  }

  /** Empty where nothing must be asked before. */
  Optional<Supplier<First>> first(OnceOnlyRefunds by, Sale sale, Wanted wanted) {
    var gateway = Dialects.of(sale).gateway();
    return by.first(wanted, gateway)
        .map(_ -> () -> by.readFirst(wanted, gateway, world.provider().answerFirst(sale, wanted)));
  }

  /** Empty where nobody can be asked, for want of an id. */
  Optional<Supplier<ProviderEvent>> ask(OnceOnlyRefunds by, Sale sale, Wanted wanted) {
    var gateway = Dialects.of(sale).gateway();
    var doubts = world.sabotage().keeps(Habit.DOUBTS_REFUSED_NUMBERS);
    return by.ask(wanted, gateway)
        .map(_ ->
            () -> {
              var reply = world.provider().refunds().ask(sale, wanted);
              return doubts
                  ? by.readAsked(wanted, gateway, reply)
                  : by.read(wanted, gateway, reply);
            });
  }

  private Order order(Payment payment) {
    return Order.of(payment, PUBLIC_URL, world.stamp());
  }

  private static Payouts payouts(Payment payout) {
    return Dialects.of(payout).adapter().payouts().orElseThrow();
  }
}
