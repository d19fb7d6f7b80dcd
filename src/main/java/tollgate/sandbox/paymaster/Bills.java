package tollgate.sandbox.paymaster;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import tollgate.sandbox.Action;
import tollgate.sandbox.Answer;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Callbacks;
import tollgate.sandbox.Fault;
import tollgate.sandbox.MagicAmount;
import tollgate.sandbox.Memory;
import tollgate.sandbox.Memory.Change;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Totals;
import tollgate.sandbox.UntilOk;

/** The life of payments at the simulated PayMaster: arrived, asked about, paid, told (1.1-1.5). */
final class Bills {

  /** Chosen: +1, +5, +15, +60 minutes, then every hour up to 24 (1.3). */
  static final List<Long> PAUSES =
      LongStream.concat(LongStream.of(1, 5, 15), LongStream.generate(() -> 60).limit(24))
          .map(minutes -> minutes * 60_000)
          .boxed()
          .toList();

  private static final long ANSWER_TIMEOUT_MILLIS = 20_000;
  private static final long FIRST_ID = 88_000_000;
  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");

  private final SandboxParts parts;
  private final Memory<Bill> memory;
  private final Totals totals = new Totals("RUB");
  private final Callbacks callbacks;

  Bills(SandboxParts parts) {
    this.parts = parts;
    this.memory = new Memory<>(parts.options().limits().transactionsMax());
    this.callbacks = parts.callbacks(new UntilOk(PAUSES), ANSWER_TIMEOUT_MILLIS);
  }

  Memory<Bill> memory() {
    return memory;
  }

  Totals totals() {
    return totals;
  }

  /** A form arrives; the same number again finds the payment that it began. */
  Bill arrive(PaymasterAccount account, Bill.Order order) {
    var now = parts.clock().instant();
    var number = memory.nextNumber();
    var fresh =
        new Bill(
            number,
            String.valueOf(FIRST_ID + number),
            order,
            new Bill.Origin(account, new AttemptLog()),
            new Bill.State(BillStatus.INITIATED, List.of(), now, now));
    if (!memory.add(fresh, old -> old.status() == BillStatus.CANCELLED)) {
      return memory.byKey(fresh.key()).orElseThrow();
    }
    totals.made();
    parts.play(order.faults().autoplay(account.autoplay()), action -> play(fresh.id(), action));
    return fresh;
  }

  Optional<Bill> find(PaymasterAccount account, String id) {
    return memory
        .byId(id)
        .filter(kept -> kept.origin().account().siteId().equals(account.siteId()));
  }

  /** By either id, whosever it is: for pages and the oracle. */
  Optional<Bill> find(String id) {
    return memory.find(
        id,
        parts.options().accounts(PaymasterAccount.class),
        account -> account.siteId() + "/" + id);
  }

  /** The customer does something; empty if the payment is not known. */
  Optional<Played<Bill>> play(String id, Action action) {
    return memory
        .byId(id)
        .flatMap(kept ->
            switch (MagicAmount.of(kept.order().minorUnits()).outcome(action)) {
              case PAID -> pay(kept);
              case DECLINED, CANCELLED, TIMED_OUT -> cancel(id);
              case NOTHING -> step(id, same -> same).map(change -> over(change));
            });
  }

  private static Played<Bill> over(Change<Bill> change) {
    return new Played<>(change, Future.succeededFuture());
  }

  /** What is not complete is called off; the notification tells of success only (1.3). */
  Optional<Played<Bill>> cancel(String id) {
    return move(id, BillStatus.INITIATED, BillStatus.CANCELLED).map(Bills::over);
  }

  /** The merchant is asked first, and the payment is in work until then (1.2). */
  private Optional<Played<Bill>> pay(Bill kept) {
    if (kept.order().faults().has(Fault.DENY)) return cancel(kept.id());

    return move(kept.id(), BillStatus.INITIATED, BillStatus.PROCESSING)
        .map(change ->
            new Played<>(
                change,
                change.happened()
                    ? welcome(change.after()).compose(_ -> finish(kept))
                    : Future.succeededFuture()));
  }

  private Future<Void> finish(Bill kept) {
    var faults = kept.order().faults();
    Promise<Void> done = Promise.promise();
    parts
        .timers()
        .after(faults.value(Fault.PROCESSING), () -> complete(kept.id()).onComplete(done));
    return done.future();
  }

  /** Fails when the merchant does not want it; then it is over. */
  private Future<Void> welcome(Bill bill) {
    var url = bill.order().of("LMI_INVOICE_CONFIRMATION_URL");
    if (url.isEmpty() || bill.order().faults().has(Fault.PAID_ANYWAY)) {
      return Future.succeededFuture();
    }
    return callbacks
        .ask(callback(bill, url, "prerequest", Notices.inquiry(bill)))
        .compose(answer -> {
          if (isYes(answer)) return Future.succeededFuture();

          move(bill.id(), BillStatus.PROCESSING, BillStatus.CANCELLED);
          return Future.failedFuture("refused");
        });
  }

  private static boolean isYes(Answer answer) {
    return answer instanceof Answer.Answered(var status, var body, _)
        && status == 200
        && body.equals("YES");
  }

  private Future<Void> complete(String id) {
    var change = move(id, BillStatus.PROCESSING, BillStatus.COMPLETE);
    if (change.isEmpty() || !change.get().happened()) return Future.succeededFuture();

    var bill = change.get().after();
    totals.taken(bill.order().minorUnits());
    var callback =
        new Callback(
            bill.order().of("LMI_PAYMENT_NOTIFICATION_URL"),
            bill.status().name(),
            HEADERS,
            spoil -> Notices.notification(bill, spoil),
            bill.origin().attempts());
    return callbacks.send(callback, bill.order().faults());
  }

  private static Callback callback(Bill bill, String url, String state, String body) {
    return new Callback(url, state, HEADERS, _ -> body, bill.origin().attempts());
  }

  private Optional<Change<Bill>> move(String id, BillStatus from, BillStatus to) {
    return step(id, kept -> kept.status() == from ? kept.in(to, parts.clock().instant()) : kept);
  }

  private Optional<Change<Bill>> step(String id, UnaryOperator<Bill> step) {
    return memory.change(id, step);
  }
}
