package tollgate.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.provider.Reference;
import tollgate.simulation.dialect.Bill;
import tollgate.simulation.dialect.Dialect;
import tollgate.simulation.dialect.Dialect.Trait;
import tollgate.simulation.dialect.Fate;
import tollgate.simulation.dialect.Fate.Stage;

/** One order at a provider, and how it will go. */
final class Sold {

  /** How it stands there. */
  enum Standing {
    WAITING,
    PAID,
    DECLINED,
    CANCELLED
  }

  /** The smallest part that every provider moves: a whole rupiah, and of others no less. */
  private static final long LESS = 100;

  final Payment payment;
  final Dialect dialect;
  final Bill bill;
  final Temper temper;

  /** One for each time that a customer paid. */
  final List<Money> took = new ArrayList<>();

  Standing standing = Standing.WAITING;

  /** A customer was on its page. */
  boolean visited;

  Sold(Payment payment, Dialect dialect, Bill bill, Temper temper) {
    this.payment = payment;
    this.dialect = dialect;
    this.bill = bill;
    this.temper = temper;
  }

  /** What is known of an order that is forbidden before it comes. */
  static Bill unheard(Payment payment) {
    return new Bill(Reference.of(payment.id()), payment.askedFor(), theirs(payment, 0), Map.of());
  }

  /** The provider's own name of it, another one for each time that a customer pays. */
  static String theirs(Payment payment, int nth) {
    return "8" + payment.id().operation() + nth;
  }

  /** Our message says what was agreed. */
  void checkAsked(Auditor auditor) {
    var isIt = bill.reference().equals(Reference.of(payment.id()));
    auditor.expect(isIt, "I14 asked for another payment", bill);
    auditor.expect(bill.asked().equals(payment.askedFor()), "I14 asked for another sum", bill);
  }

  /** Nobody was on its page, and it is decided. */
  boolean isHasty() {
    return dialect.is(Trait.HASTY)
        && temper.patience() == 0
        && temper.decides()
        && !temper.isSilent();
  }

  Money sum() {
    var less = new Money(LESS, bill.asked().currency());
    return temper.takesLess() ? bill.asked().minus(less) : bill.asked();
  }

  Fate fate() {
    return switch (standing) {
      case WAITING -> open();
      case PAID -> new Fate(Stage.DONE, took.getFirst(), bill.theirs());
      case DECLINED, CANCELLED -> refused();
    };
  }

  /** That of the second payment, where the customer has paid twice and it is called so. */
  Fate fate(String transfer) {
    return took.size() > 1 && transfer.equals(theirs(payment, 1))
        ? new Fate(Stage.DONE, took.get(1), transfer)
        : fate();
  }

  Fate open() {
    return new Fate(Stage.OPEN, bill.asked(), bill.theirs());
  }

  Fate refused() {
    return new Fate(Stage.REFUSED, bill.asked(), bill.theirs());
  }
}
