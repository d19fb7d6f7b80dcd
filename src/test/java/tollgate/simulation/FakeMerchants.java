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
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.Sales;
import tollgate.payment.Terms;
import tollgate.simulation.Weather.Fault;
import tollgate.support.Draws;
import tollgate.tenant.Bearer;
import tollgate.tenant.LateSuccess;

/** The merchants: they open payments, ask again when they hear nothing, and hear webhooks. */
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
  private Instant deadUntil = Instant.MIN;

  FakeMerchants(World world) {
    this.world = world;
    draws = world.draws();
  }

  void openOne() {
    var paymentId = (draws.percent(50) ? "210" : "211") + "-" + wanted.size();
    wanted.add(paymentId);
    var terms = sale().terms(paymentId);
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
    var times = TIMETABLES[draws.below(TIMETABLES.length)];
    var sale = Sales.SALE.of(Sales.ringgit(draws.between(2, 100_000))).within(times[0], times[1]);
    if (draws.percent(70)) sale = sale.into(draws.oneOf("000000000018", "000000000026"));
    if (draws.percent(30)) sale = sale.late(LateSuccess.CREDIT);
    if (draws.percent(30)) sale = sale.costing(draws.oneOf(Bearer.values()), "1.5", 0);
    if (draws.percent(10)) return sale.untold();
    return draws.percent(15) ? sale.toldAfter(draws.below(600)) : sale;
  }
}
