package tollgate.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Duty;
import tollgate.engine.Opening;
import tollgate.ledger.Account;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.Sales;
import tollgate.payment.Terms;
import tollgate.simulation.Weather.Fault;
import tollgate.support.Draws;
import tollgate.tenant.Bearer;
import tollgate.tenant.LateSuccess;

/** The merchants: they want things, ask again when they hear nothing, and hear webhooks. */
final class FakeMerchants {

  /** A webhook as it was heard. */
  record Heard(Payment.Id payment, Effect effect) {}

  private static final int TRIES_MAX = 6;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int[][] TIMETABLES = {
    {10, 30}, {30, 120}, {60, 600}, {60, 600}, {60, 600}, {60, 3600}, {300, 900}, {120, 20_000}
  };

  private final World world;
  private final Draws draws;
  private final Set<Payment.Id> accepted = new LinkedHashSet<>();
  private final Map<String, Payment.Id> acceptedAs = new HashMap<>();
  private final Map<Heard, byte[]> heard = new LinkedHashMap<>();
  private final List<String> wanted = new ArrayList<>();
  private final RefundWishes refunds;
  private Instant deadUntil = Instant.MIN;

  FakeMerchants(World world) {
    this.world = world;
    draws = world.draws();
    refunds = new RefundWishes(world);
  }

  /** Something is wanted: a sale, a payout, a spend, or money back. */
  void wantOne() {
    var kind = draws.below(100);
    var project = draws.percent(50) ? 210 : 211;
    var ringgit = Sales.SALE.amount().currency();
    if (kind < 46) {
      open(project, sale());
    } else if (kind < 72) {
      var balance = balance(new Account.Merchant(project, ringgit));
      open(project, balance == 0 ? sale() : payout(some(balance)));
    } else if (kind < 82) {
      var number = wallet();
      var balance = balance(new Account.Wallet(project, number, ringgit));
      open(project, balance == 0 ? sale() : timed(some(balance)).paidBy(number));
    } else {
      refunds.wishOne();
    }
  }

  private long balance(Account account) {
    var kept = world.store().balances().get(account);
    return kept == null ? 0 : kept.minor();
  }

  /** A part of it, or all, or more than there is. */
  private long some(long balance) {
    return switch (draws.below(4)) {
      case 0 -> draws.between(1, 2 * balance);
      case 1 -> balance;
      default -> draws.between(1, Math.max(1, balance / 2));
    };
  }

  private void open(long project, Sales wish) {
    var paymentId = project + "-" + wanted.size();
    wanted.add(paymentId);
    var terms = wish.terms(paymentId);
    request(terms, 1);
    if (draws.percent(15)) request(terms, 1);
  }

  void die(Duration time) {
    deadUntil = world.timeline().now().plus(time);
  }

  /** Whether it was heard; said again, it must be said with the same bytes. */
  boolean hear(Duty duty) {
    var isDead = world.timeline().now().isBefore(deadUntil) && !world.weather().isFair();
    if (isDead) return false;

    var webhook = Objects.requireNonNull(duty.webhook());
    var before = heard.putIfAbsent(new Heard(webhook.operation(), duty.effect()), webhook.body());
    var same = before == null || Arrays.equals(before, webhook.body());
    world.auditor().expect(same, "I10 one webhook, two texts", webhook.operation());
    return true;
  }

  /** All that a gateway has said yes to. */
  Set<Payment.Id> accepted() {
    return accepted;
  }

  RefundWishes refunds() {
    return refunds;
  }

  byte @Nullable [] heard(Payment.Id id, Effect effect) {
    return heard.get(new Heard(id, effect));
  }

  private void request(Terms terms, int attempt) {
    var node = world.anyNode();
    var answered = new boolean[1];
    world.timeline().after(TIMEOUT, () -> again(terms, attempt, answered));
    node.asked(() -> node.open(terms))
        .onSuccess(opening -> {
          if (answered[0] || world.weather().has(Fault.ANSWER_LOST)) return;

          answered[0] = true;
          if (opening instanceof Opening.Accepted yes) accept(terms, yes.payment().id());
        })
        .onFailure(_ -> again(terms, attempt, answered));
  }

  private void again(Terms terms, int attempt, boolean[] answered) {
    if (answered[0]) return;

    answered[0] = true;
    if (attempt == TRIES_MAX) return;

    var wait = Duration.ofSeconds(draws.below(20));
    world.timeline().after(wait, () -> request(terms, attempt + 1));
  }

  private void accept(Terms terms, Payment.Id id) {
    accepted.add(id);
    var before = acceptedAs.put(terms.paymentId(), id);
    world.auditor().expect(before == null || before.equals(id), "I12 accepted as two", id);
  }

  private Sales sale() {
    var sale = timed(draws.between(200, 100_000)).late(draws.oneOf(LateSuccess.values()));
    if (draws.percent(55)) sale = sale.into(wallet());
    if (draws.percent(30)) sale = sale.costing(draws.oneOf(Bearer.values()), "1.5", 0);
    return draws.percent(15) ? sale.chargedIn("IDR", "3551.5", 100) : sale;
  }

  private Sales payout(long minor) {
    var payout = timed(minor).to("0123456789");
    return draws.percent(30)
        ? payout.costing(draws.oneOf(Bearer.PAYER, Bearer.RECEIVER), "1.5", 0)
        : payout;
  }

  private Sales timed(long minor) {
    var times = TIMETABLES[draws.below(TIMETABLES.length)];
    var wish = Sales.SALE.of(Sales.ringgit(minor)).within(times[0], times[1]);
    if (draws.percent(10)) return wish.untold();
    return draws.percent(15) ? wish.toldAfter(draws.below(600)) : wish;
  }

  private String wallet() {
    return draws.oneOf("000000000018", "000000000026");
  }
}
