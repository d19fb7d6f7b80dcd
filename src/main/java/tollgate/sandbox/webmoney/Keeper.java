package tollgate.sandbox.webmoney;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import tollgate.sandbox.Action;
import tollgate.sandbox.Fault;
import tollgate.sandbox.MagicAmount;
import tollgate.sandbox.MagicAmount.Outcome;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.webmoney.WmPayment.Stage;
import tollgate.sandbox.webmoney.WmSms.Entered;

/** What the customer does: pays by a purse, or by a phone and the code that comes to it (§7). */
final class Keeper {

  static final String DECLINED = "5";
  static final String CANCELLED = "2";

  private static final String SOMEBODYS_PHONE = "380501112233";
  private static final double SUCCEEDS = 0.8;

  private final SandboxParts parts;
  private final WmBook book;
  private final Phones phones;
  private final AtomicLong orders = new AtomicLong(4_400_000);

  /** Seeded: a test that fails once fails again. */
  private final Random chance = new Random(20_260_117);

  Keeper(SandboxParts parts, WmBook book, Phones phones) {
    this.parts = parts;
    this.book = book;
    this.phones = phones;
  }

  /** Pays by a purse. What comes back is the shop's word when it does not want the payment. */
  Future<Optional<String>> pay(WmPayment kept) {
    return pay(kept, WmPayer.keeper(kept.order().account().unit()));
  }

  private Future<Optional<String>> pay(WmPayment kept, WmPayer payer) {
    return book.ask(kept, payer)
        .compose(refusal -> {
          if (refusal.isPresent()) return Future.succeededFuture(refusal);

          return settle(kept, payer).map(_ -> Optional.<String>empty());
        });
  }

  /** The shop is asked first: nobody gets a code for what cannot be paid. */
  Future<Optional<String>> phone(WmPayment kept, String phone) {
    var order = Long.toString(orders.incrementAndGet());
    var payer = WmPayer.mobile(kept.order().account().unit(), phone, order);
    return book.ask(kept, payer)
        .onSuccess(refusal -> {
          if (refusal.isEmpty()) sendCode(kept.id(), payer);
        });
  }

  /** A new code; the old one is dead. Nothing happens when there were enough of them. */
  void sendAgain(WmPayment kept) {
    kept.payer().ifPresent(payer -> sendCode(kept.id(), payer));
  }

  private void sendCode(String id, WmPayer payer) {
    var code = phones.newCode();
    var now = parts.clock().instant();
    book.memory()
        .change(
            id,
            kept -> {
              var sends = kept.sms().map(WmSms::sends).orElse(0);
              var wrongs = kept.sms().map(WmSms::wrongs).orElse(0);
              return kept.isOpen() && sends < WmSms.SENDS_MAX
                  ? kept.awaits(payer, new WmSms(code, now, sends + 1, wrongs))
                  : kept;
            })
        .filter(change -> change.happened())
        .ifPresent(change -> phones.send(payer.phone(), text(change.after(), code)));
  }

  private Phones.Text text(WmPayment kept, String code) {
    var words =
        "Code %s to pay %s WM%s to %s"
            .formatted(
                code,
                kept.order().amount(),
                kept.order().account().unit(),
                kept.order().account().shopName());
    return new Phones.Text(parts.clock().instant(), words, code);
  }

  /** The customer enters a code. */
  Future<Entered> enter(WmPayment kept, String code) {
    var sms = kept.sms().orElse(null);
    var payer = kept.payer().orElse(null);
    if (sms == null || payer == null) return Future.succeededFuture(Entered.TOO_LATE);

    var entered = sms.enter(code, parts.clock().instant());
    return switch (entered) {
      case RIGHT -> settle(kept, payer).map(entered);
      case WRONG -> {
        var _ =
            book.memory().change(kept.id(), it -> it.isOpen() ? it.awaits(payer, sms.wrong()) : it);
        yield Future.succeededFuture(entered);
      }
      case WRONG_TOO_OFTEN -> told(book.fail(kept.id(), DECLINED), kept).map(entered);
      case TOO_LATE ->
          sms.isLast()
              ? told(book.fail(kept.id(), DECLINED), kept).map(entered)
              : Future.succeededFuture(entered);
    };
  }

  Future<Void> cancel(WmPayment kept) {
    return told(book.fail(kept.id(), CANCELLED), kept);
  }

  /** The money moves, unless the amount, a fault or the shop's test says otherwise. */
  private Future<Void> settle(WmPayment kept, WmPayer payer) {
    var faults = kept.order().faults();
    if (faults.has(Fault.DENY)) {
      return told(book.fail(kept.id(), Long.toString(faults.value(Fault.DENY))), kept);
    }
    return switch (outcome(kept)) {
      case PAID -> told(book.pay(kept.id(), payer), kept);
      case DECLINED, TIMED_OUT -> told(book.fail(kept.id(), DECLINED), kept);
      case CANCELLED -> told(book.fail(kept.id(), CANCELLED), kept);
      case NOTHING -> Future.succeededFuture();
    };
  }

  private Outcome outcome(WmPayment kept) {
    var byAmount = MagicAmount.of(kept.order().minorUnits()).outcome(Action.PAY);
    if (byAmount != Outcome.PAID || !kept.order().account().test()) return byAmount;

    return switch (kept.order().form().get("LMI_SIM_MODE")) {
      case "1" -> Outcome.DECLINED;
      case "2" -> draw() < SUCCEEDS ? Outcome.PAID : Outcome.DECLINED;
      default -> Outcome.PAID;
    };
  }

  private synchronized double draw() {
    return chance.nextDouble();
  }

  /** Over at once, unless the message was asked to overtake the customer's browser. */
  private static Future<Void> told(Optional<Played<WmPayment>> played, WmPayment kept) {
    return played.isPresent() && kept.order().faults().has(Fault.EARLY)
        ? played.get().told()
        : Future.succeededFuture();
  }

  /** Plays the customer without a browser. */
  void play(WmPayment kept, Action action) {
    var _ =
        switch (action) {
          case PAY -> pay(kept);
          case QR -> pay(kept, somebody(kept));
          case DECLINE -> told(book.fail(kept.id(), DECLINED), kept);
          case CANCEL -> cancel(kept);
          case FAIL, LEAVE -> Future.succeededFuture();
        };
  }

  private WmPayer somebody(WmPayment kept) {
    var order = Long.toString(orders.incrementAndGet());
    return WmPayer.mobile(kept.order().account().unit(), SOMEBODYS_PHONE, order);
  }

  /** Whether the page for the code is what the customer must see. */
  static boolean awaitsCode(WmPayment kept) {
    return kept.stage() == Stage.CODE;
  }
}
