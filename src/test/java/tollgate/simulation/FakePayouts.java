package tollgate.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.Processing;
import tollgate.provider.Order;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.simulation.Weather.Fault;
import tollgate.simulation.dialect.Bill;
import tollgate.simulation.dialect.Dialects;
import tollgate.simulation.dialect.Fate;
import tollgate.simulation.dialect.Fate.Stage;

/** Payouts at the provider: what comes under one key is one payout, however often it comes. */
final class FakePayouts {

  private enum Standing {
    WAITING,
    PAID,
    DECLINED
  }

  /** One payout there. */
  private static final class Transfer {
    final Payment payment;
    final Request sent;
    final PayoutTemper temper;
    Standing standing = Standing.WAITING;

    Transfer(Payment payment, Request sent, PayoutTemper temper) {
      this.payment = payment;
      this.sent = sent;
      this.temper = temper;
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
      return new Fate(stage, payment.askedFor(), "7" + payment.id().operation());
    }

    /** A no that names no payout. */
    Fate refused() {
      return new Fate(Stage.REFUSED, payment.askedFor(), "");
    }
  }

  private final World world;
  private final Callbacks callbacks;
  private final Map<String, Transfer> transfers = new LinkedHashMap<>();

  FakePayouts(World world, Callbacks callbacks) {
    this.world = world;
    this.callbacks = callbacks;
  }

  /** {@code key}: by which a repeat is known. */
  Reply send(Payment payment, String key, Order ours, Request request) {
    var isRepeat = transfers.containsKey(key);
    var transfer = isRepeat ? transfers.get(key) : opened(payment, key, request);
    if (world.weather().has(Fault.PROVIDER_GARBAGE)) return FakeProvider.GARBAGE;

    var temper = transfer.temper;
    var isRefused = temper.refusesAtOnce() || (isRepeat && temper.refusesRepeats());
    var fate = isRefused ? transfer.refused() : transfer.fate();
    return Dialects.of(payment).answerPayout(ours, fate);
  }

  Reply ask(Payment payment, Order ours) {
    if (world.weather().has(Fault.PROVIDER_GARBAGE)) return FakeProvider.GARBAGE;

    var fate = of(payment.id()).map(Transfer::fate).orElse(null);
    return Dialects.of(payment).answerPayout(ours, fate);
  }

  /** Absent until money has moved. */
  Optional<Money> paid(Payment.Id id) {
    return transfers.values().stream()
        .filter(one -> one.payment.id().equals(id) && one.standing == Standing.PAID)
        .map(one -> one.payment.askedFor())
        .reduce(Money::plus);
  }

  /** Whether the company may have its money back: it never went there, or there is a no. */
  boolean isFree(Payment.Id id) {
    return transfers.values().stream()
        .filter(one -> one.payment.id().equals(id))
        .allMatch(one -> one.standing == Standing.DECLINED || one.temper.contradicts());
  }

  /** Whether it may be booked as paid: it is, or that was said. */
  boolean isSpent(Payment.Id id) {
    return of(id).stream()
        .anyMatch(one -> one.standing == Standing.PAID || one.temper.contradicts());
  }

  private Transfer opened(Payment payment, String key, Request request) {
    var id = payment.id();
    world.auditor().expect(isMarked(id), "I13 sent and not marked", payment);
    world.auditor().expect(of(id).isEmpty(), "I13 sent twice", payment);
    var limit = payment.terms().timetable().limit();
    var transfer = new Transfer(payment, request, PayoutTemper.of(world.draws(), limit));
    transfers.put(key, transfer);
    if (transfer.temper.refusesAtOnce()) transfer.standing = Standing.DECLINED;
    else if (transfer.temper.patience() == 0) decide(transfer);
    else after(transfer.temper.patience(), () -> decide(transfer));
    return transfer;
  }

  /** That it may go out is kept before it does. */
  private boolean isMarked(Payment.Id id) {
    var kept = world.store().payment(id);
    return kept.isPresent() && kept.get().payment().state().equals(new Processing(true));
  }

  private void decide(Transfer one) {
    one.standing = one.temper.pays() ? Standing.PAID : Standing.DECLINED;
    if (!one.temper.isSilent()) after(world.draws().below(120), () -> say(one, one.fate()));
    if (one.temper.contradicts()) {
      var other = one.standing == Standing.PAID ? Stage.REFUSED : Stage.DONE;
      after(world.draws().below(60), () -> say(one, one.fate(other)));
    }
  }

  private Optional<Transfer> of(Payment.Id id) {
    return transfers.values().stream().filter(one -> one.payment.id().equals(id)).findFirst();
  }

  private void say(Transfer one, Fate fate) {
    var dialect = Dialects.of(one.payment);
    var told = dialect.tellPayout(one.sent, fate);
    var bill = new Bill("", one.payment.askedFor(), "", Map.of());
    callbacks.send(dialect, bill, told);
    if (world.weather().has(Fault.CALLBACK_TWICE)) {
      after(world.draws().below(30), () -> callbacks.send(dialect, bill, told));
    }
  }

  private void after(int seconds, Runnable what) {
    callbacks.later(seconds, what);
  }
}
