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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Duty;
import tollgate.engine.Opening;
import tollgate.ledger.Account;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.Sales;
import tollgate.payment.Terms;
import tollgate.support.Draws;

/** The merchants: they want things, ask again when they hear nothing, and hear webhooks. */
final class FakeMerchants {

  /** A webhook as it was heard. */
  record Heard(Payment.Id payment, Effect effect) {}

  private final World world;
  private final Draws draws;
  private final Set<Payment.Id> accepted = new LinkedHashSet<>();
  private final Map<String, Payment.Id> acceptedAs = new HashMap<>();
  private final Map<Heard, byte[]> heard = new LinkedHashMap<>();
  private final List<String> wanted = new ArrayList<>();
  private final Client client;
  private final Wishes wishes;
  private final LinkWishes links;
  private final RefundWishes refunds;
  private Instant deadUntil = Instant.MIN;

  FakeMerchants(World world) {
    this.world = world;
    draws = world.draws();
    client = new Client(world);
    wishes = new Wishes(draws);
    links = new LinkWishes(world, wishes);
    refunds = new RefundWishes(world);
  }

  /** Something is wanted: a sale, a link, a payout, a spend, or money back. */
  void wantOne() {
    var kind = draws.below(100);
    var project = draws.percent(50) ? 210 : 211;
    var ringgit = Sales.SALE.amount().currency();
    if (kind < 34) {
      open(project, wishes.sale()::terms);
    } else if (kind < 50) {
      var paymentId = open(project, links::terms);
      if (draws.percent(10)) links.withdrawSoon(project, paymentId);
    } else if (kind < 73) {
      var balance = balance(new Account.Merchant(project, ringgit));
      var wish = balance <= 0 ? wishes.sale() : wishes.payout(wishes.some(balance));
      open(project, wish::terms);
    } else if (kind < 83) {
      var number = wishes.wallet();
      var balance = balance(new Account.Wallet(project, number, ringgit));
      var wish = balance <= 0 ? wishes.sale() : wishes.spend(wishes.some(balance), number);
      open(project, wish::terms);
    } else {
      refunds.wishOne();
    }
  }

  private long balance(Account account) {
    var kept = world.store().balances().get(account);
    return kept == null ? 0 : kept.minor();
  }

  private String open(long project, Function<String, Terms> wish) {
    var paymentId = project + "-" + wanted.size();
    wanted.add(paymentId);
    var terms = wish.apply(paymentId);
    request(terms);
    if (draws.percent(15)) request(terms);
    return paymentId;
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

  LinkWishes links() {
    return links;
  }

  byte @Nullable [] heard(Payment.Id id, Effect effect) {
    return heard.get(new Heard(id, effect));
  }

  private void request(Terms terms) {
    client.ask(
        node -> node.open(terms),
        opening -> {
          if (opening instanceof Opening.Accepted yes) accept(terms, yes.payment().id());
        });
  }

  private void accept(Terms terms, Payment.Id id) {
    accepted.add(id);
    var before = acceptedAs.put(terms.paymentId(), id);
    world.auditor().expect(before == null || before.equals(id), "I12 accepted as two", id);
    if (before == null && terms.details().invoice() != null) links.made(id, terms);
  }
}
