package tollgate.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tollgate.payment.Payment;
import tollgate.simulation.Sold.Standing;

/** Some providers ask us before they take the money, and take none without a yes. */
final class Turnstile {

  /** How old a yes may be when it arrives. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(20);

  /** The same while nodes sleep. */
  private static final Duration ASLEEP_MAX = Duration.ofMinutes(10);

  private final World world;
  private final Callbacks callbacks;

  Turnstile(World world, Callbacks callbacks) {
    this.world = world;
    this.callbacks = callbacks;
  }

  void pass(Sold order, Runnable pay, Runnable turnedAway) {
    var inquiry = order.dialect.inquire(order.bill, order.sum());
    if (inquiry.isEmpty()) {
      if (isFree(order)) pay.run();
      return;
    }
    callbacks.inquire(
        order.dialect,
        order.bill,
        inquiry.get(),
        yes -> {
          if (!isFree(order)) return;

          if (yes) audit(order);
          (yes ? pay : turnedAway).run();
        });
  }

  private static boolean isFree(Sold order) {
    return order.standing == Standing.WAITING || order.standing == Standing.DECLINED;
  }

  private void audit(Sold order) {
    var auditor = world.auditor();
    var isAgreed = order.sum().equals(order.payment.askedFor());
    auditor.expect(isAgreed, "I14 let in with another sum", order.bill);
    closedAt(order.payment.id())
        .ifPresent(at -> {
          var patience = auditor.isSettledSince(at) ? ON_ITS_WAY : ASLEEP_MAX;
          var inTime = !world.timeline().now().isAfter(at.plus(patience));
          auditor.expect(inTime, "I14 let in after its end", order.bill);
        });
  }

  private Optional<Instant> closedAt(Payment.Id id) {
    return world.store().journal().stream()
        .filter(commit -> commit.change().after().id().equals(id))
        .filter(commit -> !commit.change().after().isOpen())
        .map(commit -> commit.at())
        .findFirst();
  }
}
