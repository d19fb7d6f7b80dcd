package tollgate.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import tollgate.engine.Unavailable;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.provider.Callback;
import tollgate.provider.Provider.Verdict;
import tollgate.simulation.Ears.Heard;
import tollgate.simulation.Weather.Fault;
import tollgate.simulation.dialect.Bill;
import tollgate.simulation.dialect.Dialect;

/** The providers' callbacks: each is sent until its provider has heard that we took it. */
final class Callbacks {

  /** What we have acknowledged to the provider, who will never say it again. */
  record Acknowledged(Payment.Id payment, PaymentEvent event) {}

  private record Message(Dialect dialect, Bill bill, Callback callback) {

    boolean isContent(Verdict verdict) {
      return dialect.isContent(bill, dialect.adapter().answer(verdict, callback));
    }
  }

  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration GAP_MAX = Duration.ofHours(1);

  /** How often a no is asked for again. */
  private static final int REFUSED_MAX = 3;

  private final World world;
  private final List<Acknowledged> acknowledged = new ArrayList<>();
  private int open;

  Callbacks(World world) {
    this.world = world;
  }

  void send(Dialect dialect, Bill bill, Callback callback) {
    open++;
    attempt(new Message(dialect, bill, callback), 1);
  }

  /** Asked once, while a customer waits; no answer is a no. */
  void inquire(Dialect dialect, Bill bill, Callback callback, Consumer<Boolean> whenAnswered) {
    open++;
    var message = new Message(dialect, bill, callback);
    once(
        message,
        heard -> {
          open--;
          whenAnswered.accept(message.isContent(heard.verdict()));
        },
        () -> {
          open--;
          whenAnswered.accept(false);
        });
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

  private void attempt(Message message, int attempt) {
    once(message, heard -> end(message, attempt, heard.verdict()), () -> again(message, attempt));
  }

  private void once(Message message, Consumer<Heard> whenAnswered, Runnable unanswered) {
    if (world.weather().has(Fault.CALLBACK_LOST)) {
      unanswered.run();
      return;
    }
    var answered = new boolean[1];
    Runnable timeout =
        () -> {
          if (!answered[0]) unanswered.run();
          answered[0] = true;
        };
    world.timeline().after(TIMEOUT, timeout);
    var node = world.anyNode();
    node.asked(() -> node.hear(message.dialect(), message.callback()))
        .onSuccess(heard -> {
          if (heard.event() != null) {
            var payment = Objects.requireNonNull(heard.payment());
            acknowledged.add(new Acknowledged(payment, heard.event()));
          }
          if (answered[0] || world.weather().has(Fault.ACK_LOST)) return;

          answered[0] = true;
          whenAnswered.accept(heard);
        })
        .onFailure(failure -> {
          world.auditor().expect(failure instanceof Unavailable, "fails as busy", failure);
          timeout.run();
        });
  }

  private void end(Message message, int attempt, Verdict verdict) {
    var isOver = message.isContent(verdict) || (verdict != Verdict.BUSY && attempt >= REFUSED_MAX);
    if (isOver) open--;
    else again(message, attempt);
  }

  private void again(Message message, int attempt) {
    var gap = Duration.ofSeconds(5L << Math.min(attempt, 9));
    var wait = gap.compareTo(GAP_MAX) < 0 ? gap : GAP_MAX;
    world.timeline().after(wait, () -> attempt(message, attempt + 1));
  }
}
