package tollgate.simulation;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tollgate.engine.News;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.CustomerReturned;
import tollgate.payment.RedirectData;
import tollgate.provider.Provider.Call;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.simulation.Sold.Standing;
import tollgate.simulation.Weather.Fault;
import tollgate.simulation.dialect.Dialect;
import tollgate.simulation.dialect.Dialect.Trait;
import tollgate.simulation.dialect.Dialects;
import tollgate.simulation.dialect.Fate;
import tollgate.simulation.dialect.Told;
import tollgate.support.Draws;

/** The providers and their customers. What they took and gave is what our book must tell. */
final class FakeProvider {

  static final Reply GARBAGE = new Reply(502, "<html>");

  private final World world;
  private final Draws draws;
  private final Callbacks callbacks;
  private final Turnstile turnstile;
  private final FakePayouts payouts;
  private final FakeRefunds refunds;
  private final Map<Payment.Id, Sold> orders = new LinkedHashMap<>();
  private final Set<Payment.Id> invited = new HashSet<>();

  FakeProvider(World world) {
    this.world = world;
    draws = world.draws();
    callbacks = new Callbacks(world);
    turnstile = new Turnstile(world, callbacks);
    payouts = new FakePayouts(world, callbacks);
    refunds = new FakeRefunds(world, this);
  }

  /** The same order is the same order, however often it is asked for. */
  Reply start(Payment payment, Request request) {
    var order = orders.computeIfAbsent(payment.id(), _ -> opened(payment, Told.by(request)));
    if (world.weather().has(Fault.PROVIDER_GARBAGE)) return GARBAGE;

    var isRefused = order.temper.declinesAtOnce() || order.standing == Standing.CANCELLED;
    var fate = isRefused ? order.fate() : order.open();
    return order.dialect.answer(Call.START, order.bill, fate);
  }

  Reply ask(Payment payment, String transfer) {
    var order = orders.get(payment.id());
    if (order == null) return Dialects.of(payment).unknown(Call.ASK);
    if (world.weather().has(Fault.PROVIDER_GARBAGE)) return GARBAGE;

    return order.dialect.answer(Call.ASK, order.bill, order.fate(transfer));
  }

  /** A cancelled order stays cancelled; at some, even one that only arrives later. */
  Reply cancel(Payment payment) {
    var dialect = Dialects.of(payment);
    if (!orders.containsKey(payment.id()) && !dialect.is(Trait.CANCELS_UNHEARD)) {
      return dialect.unknown(Call.CANCEL);
    }
    var order = orders.computeIfAbsent(payment.id(), _ -> unheard(payment));
    if (order.standing == Standing.WAITING) order.standing = Standing.CANCELLED;
    return dialect.answer(Call.CANCEL, order.bill, order.fate());
  }

  /** A customer has the address of the page, or the form; goes there once, or never. */
  void invite(Payment payment, RedirectData to) {
    if (invited.add(payment.id())) after(draws.below(5), () -> arrive(payment, to));
  }

  /** What was really taken for this payment, all together. */
  Optional<Money> took(Payment.Id id) {
    return Optional.ofNullable(orders.get(id))
        .flatMap(order -> order.took.stream().reduce(Money::plus));
  }

  /** Whether just this was taken at once. */
  boolean took(Payment.Id id, Money sum) {
    var order = orders.get(id);
    return order != null && order.took.contains(sum);
  }

  /** Whether a customer could still pay although we could have forbidden it. */
  boolean isCancellable(Payment payment) {
    var order = orders.get(payment.id());
    return order != null
        && order.visited
        && order.standing == Standing.WAITING
        && new Calls(world).cancel(payment).isPresent();
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

  /** What a provider says of a sale before it gives its money back. */
  Reply answerFirst(Payment sale, Wanted refund) {
    var order = orders.get(sale.id());
    if (order == null) return Dialects.of(sale).unknown(Call.ASK);
    if (world.weather().has(Fault.PROVIDER_GARBAGE)) return GARBAGE;

    return order.dialect.answerFirst(refund, order.bill, order.fate());
  }

  private Sold opened(Payment payment, Told told) {
    var dialect = Dialects.of(payment);
    var order =
        new Sold(
            payment,
            dialect,
            dialect.bill(told, Sold.theirs(payment, 0)),
            temper(payment, dialect));
    order.checkAsked(world.auditor());
    if (order.temper.declinesAtOnce()) order.standing = Standing.DECLINED;
    if (order.isHasty()) after(0, () -> decide(order));
    return order;
  }

  private Sold unheard(Payment payment) {
    var dialect = Dialects.of(payment);
    return new Sold(payment, dialect, Sold.unheard(payment), temper(payment, dialect));
  }

  private Temper temper(Payment payment, Dialect dialect) {
    var limit = payment.terms().timetable().limit();
    var fair = world.auditor().isSettledSince(world.timeline().now());
    return Temper.of(draws, limit, dialect, fair);
  }

  private void arrive(Payment payment, RedirectData to) {
    var order = orders.computeIfAbsent(payment.id(), _ -> opened(payment, Told.by(to)));
    order.visited = true;
    if (draws.percent(40)) after(draws.below(120), () -> customerReturns(payment.id()));
    if (order.temper.declinesAtOnce()) say(order, order.fate());
    else if (order.temper.decides()) after(order.temper.patience(), () -> decide(order));
  }

  private void decide(Sold order) {
    if (order.standing != Standing.WAITING) return;

    if (order.temper.pays()) turnstile.pass(order, () -> pay(order), () -> decline(order));
    else decline(order);
  }

  private void pay(Sold order) {
    order.took.add(order.sum());
    order.standing = Standing.PAID;
    if (!order.temper.isSilent()) say(order, order.fate());
    if (order.temper.contradicts()) after(draws.below(60), () -> say(order, order.refused()));
    if (order.temper.paysTwice()) after(draws.below(600), () -> payAgain(order));
  }

  private void payAgain(Sold order) {
    order.took.add(order.sum());
    say(order, order.fate(Sold.theirs(order.payment, 1)));
  }

  private void decline(Sold order) {
    order.standing = Standing.DECLINED;
    say(order, order.fate());
    if (order.temper.changesItsMind()) {
      after(draws.below(7200), () -> turnstile.pass(order, () -> pay(order), () -> {}));
    }
  }

  private void say(Sold order, Fate fate) {
    var told = order.dialect.tell(order.bill, fate);
    if (told.isEmpty()) return;

    callbacks.send(order.dialect, order.bill, told.get());
    if (world.weather().has(Fault.CALLBACK_TWICE)) {
      after(draws.below(30), () -> callbacks.send(order.dialect, order.bill, told.get()));
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
