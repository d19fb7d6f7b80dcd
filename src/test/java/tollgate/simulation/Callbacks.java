package tollgate.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tollgate.engine.Handled;
import tollgate.engine.News;
import tollgate.engine.Unavailable;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.simulation.Weather.Fault;

/** The provider's callbacks: each is sent until one of our nodes has said that it took it. */
final class Callbacks {

  /** What we have acknowledged to the provider, who will never say it again. */
  record Acknowledged(Payment.Id payment, PaymentEvent event) {}

  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration GAP_MAX = Duration.ofHours(1);
  private static final int UNKNOWN_MAX = 3;

  private final World world;
  private final List<Acknowledged> acknowledged = new ArrayList<>();
  private int open;

  Callbacks(World world) {
    this.world = world;
  }

  void send(long gateway, Payment.Id id, PaymentEvent event) {
    open++;
    attempt(News.from(new News.Source(gateway, event.toString()), id, event), 1);
  }

  /** Something that a provider will do by itself: until then there is no quiet. */
  void later(int seconds, Runnable what) {
    open++;
    world
        .timeline()
        .after(
            Duration.ofSeconds(seconds),
            () -> {
              open--;
              what.run();
            });
  }

  /** How many are still being sent, or will be. */
  int open() {
    return open;
  }

  List<Acknowledged> acknowledged() {
    return acknowledged;
  }

  private void attempt(News news, int attempt) {
    if (world.weather().has(Fault.CALLBACK_LOST)) {
      again(news, attempt);
      return;
    }
    var node = world.anyNode();
    var answered = new boolean[1];
    world
        .timeline()
        .after(
            TIMEOUT,
            () -> {
              if (!answered[0]) again(news, attempt);
              answered[0] = true;
            });
    node.asked(() -> node.handle(news))
        .onSuccess(handled -> {
          if (handled instanceof Handled.Decided) {
            acknowledged.add(new Acknowledged(news.payment(), news.event()));
          }
          if (answered[0] || world.weather().has(Fault.ACK_LOST)) return;

          answered[0] = true;
          end(news, attempt, handled);
        })
        .onFailure(failure -> {
          if (answered[0]) return;

          answered[0] = true;
          world.auditor().expect(failure instanceof Unavailable, "fails as busy", failure);
          again(news, attempt);
        });
  }

  private void end(News news, int attempt, Handled handled) {
    switch (handled) {
      case Handled.Decided _ -> open--;
      case Handled.UnknownPayment _ -> {
        if (attempt < UNKNOWN_MAX) again(news, attempt);
        else open--;
      }
    }
  }

  private void again(News news, int attempt) {
    var gap = Duration.ofSeconds(5L << Math.min(attempt, 9));
    var wait = gap.compareTo(GAP_MAX) < 0 ? gap : GAP_MAX;
    world.timeline().after(wait, () -> attempt(news, attempt + 1));
  }
}
