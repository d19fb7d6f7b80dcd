package tollgate.simulation;

import java.time.Duration;
import tollgate.money.Money;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.Sales;
import tollgate.simulation.dialect.Dialect;
import tollgate.simulation.dialect.Dialects;
import tollgate.support.Draws;
import tollgate.tenant.Bearer;
import tollgate.tenant.LateSuccess;

/** What merchants and customers want, drawn: amounts, times, costs, wallets. */
final class Wishes {

  private static final int[][] TIMETABLES = {
    {10, 30}, {30, 120}, {60, 600}, {60, 600}, {60, 600}, {60, 3600}, {300, 900}, {120, 20_000}
  };

  private static final Integer[] LINKS_SECONDS = {30, 120, 600, 600, 3600, 86_400};

  private final Draws draws;

  Wishes(Draws draws) {
    this.draws = draws;
  }

  /** Through any provider, in its own currency or charged in it. */
  Sales sale() {
    var dialect = draws.oneOf(Dialects.ALL);
    var minor = draws.between(200, 100_000);
    var own = new Money(minor / step(dialect) * step(dialect), dialect.currency());
    var amount = draws.percent(50) ? own : Sales.ringgit(minor);
    return sold(into(timed(amount)), dialect);
  }

  Sales payout(long minor) {
    var payout = timed(Sales.ringgit(minor)).to("0123456789");
    return draws.percent(30)
        ? payout.costing(draws.oneOf(Bearer.PAYER, Bearer.RECEIVER), "1.5", 0)
        : payout;
  }

  Sales spend(long minor, String number) {
    return timed(Sales.ringgit(minor)).paidBy(number);
  }

  /** What a link is about; by what it is paid, and at what cost, its customer says. */
  Sales link() {
    return into(timed(Sales.ringgit(draws.between(200, 100_000))));
  }

  int linkSeconds() {
    return draws.oneOf(LINKS_SECONDS);
  }

  /** What a customer chooses; sometimes a method that does not take so much. */
  Link.Choice choice(Money amount) {
    var dialect = draws.oneOf(Dialects.ALL);
    var sale = sold(timed(amount), dialect);
    var range = draws.percent(5) ? new Payment.Range(1, 1) : World.RANGE;
    var gateway = dialect.gateway();
    return new Link.Choice(
        gateway.provider(), gateway.number(), sale.deal(), sale.timetable(), range);
  }

  /** When something happens to what ends so soon: early, close to its end, or when it is over. */
  Duration moment(int seconds) {
    var second =
        switch (draws.below(4)) {
          case 0 -> Math.max(0, seconds - 3 + draws.below(6));
          case 1 -> seconds + draws.below(seconds + 60);
          default -> draws.below(Math.min(seconds, 900));
        };
    return Duration.ofSeconds(second);
  }

  /** Most things that concern the same happen within a blink. */
  Duration near(Duration moment) {
    return moment.plusMillis(draws.percent(70) ? draws.below(40) : draws.below(20_000));
  }

  String wallet() {
    return draws.oneOf("000000000018", "000000000026");
  }

  /** A part of it, or all, or more than there is. */
  long some(long balance) {
    return switch (draws.below(4)) {
      case 0 -> draws.between(1, 2 * balance);
      case 1 -> balance;
      default -> draws.between(1, Math.max(1, balance / 2));
    };
  }

  private Sales into(Sales sale) {
    return draws.percent(55) ? sale.into(wallet()) : sale;
  }

  private Sales sold(Sales wish, Dialect by) {
    var isOwn = wish.amount().currency().equals(by.currency());
    var sale = wish.late(draws.oneOf(LateSuccess.values())).through(by.gateway().number());
    if (draws.percent(30) && !(isOwn && step(by) > 1)) {
      sale = sale.costing(draws.oneOf(Bearer.values()), "1.5", 0);
    }
    return isOwn ? sale : sale.chargedIn(by.currency().getCurrencyCode(), rate(by), step(by));
  }

  private static String rate(Dialect by) {
    return by.currency().getCurrencyCode().equals("IDR") ? "3551.5" : "18.25";
  }

  /** Whole rupiah only. */
  private static long step(Dialect by) {
    return by.currency().getCurrencyCode().equals("IDR") ? 100 : 1;
  }

  private Sales timed(Money amount) {
    var times = TIMETABLES[draws.below(TIMETABLES.length)];
    var wish = Sales.SALE.of(amount).within(times[0], times[1]);
    if (draws.percent(10)) return wish.untold();
    return draws.percent(15) ? wish.toldAfter(draws.below(600)) : wish;
  }
}
