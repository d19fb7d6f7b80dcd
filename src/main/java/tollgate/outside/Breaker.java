package tollgate.outside;

import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tollgate.payment.Code;

/**
 * The circuit breaker of one provider: Vert.x's own, whose states, probe and reset we use, tripped
 * by a rate of failures where its own measure is a count.
 */
final class Breaker {

  /** An answer that shows a sick provider: a failure to the breaker, an answer to whoever asked. */
  private static final class Sick extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Object answer;

    Sick(Object answer) {
      super(null, null, false, false);
      this.answer = answer;
    }
  }

  private final CircuitBreaker circuit;
  private final FailureRate rate;
  private final LongSupplier millis;

  /** {@code onState} hears of every change of state. */
  Breaker(
      Vertx vertx,
      String name,
      ProviderOptions.Breaker options,
      LongSupplier millis,
      Consumer<CircuitBreakerState> onState) {
    this.millis = millis;
    rate = new FailureRate(options);
    circuit =
        CircuitBreaker.create(name, vertx, options(options))
            .openHandler(_ -> onState.accept(CircuitBreakerState.OPEN))
            .halfOpenHandler(_ -> onState.accept(CircuitBreakerState.HALF_OPEN))
            .closeHandler(_ -> {
              rate.clear();
              onState.accept(CircuitBreakerState.CLOSED);
            });
  }

  /** Its own count never trips it, and deadlines are the courier's, who can cut a connection. */
  private static CircuitBreakerOptions options(ProviderOptions.Breaker options) {
    return new CircuitBreakerOptions()
        .setMaxFailures(Integer.MAX_VALUE)
        .setTimeout(-1)
        .setResetTimeout(options.openFor().toMillis());
  }

  /**
   * Fails with {@link Unsent} while it is open. A failed call counts, and so does a sick answer.
   */
  <T> Future<T> call(Supplier<Future<T>> work, Predicate<T> isSick) {
    return circuit
        .execute(() ->
            work.get()
                .compose(answer ->
                    isSick.test(answer)
                        ? Future.<T>failedFuture(new Sick(answer))
                        : Future.succeededFuture(answer)))
        .onComplete(result -> count(result.cause()))
        .recover(Breaker::unwrap);
  }

  CircuitBreakerState state() {
    return circuit.state();
  }

  void close() {
    circuit.close();
  }

  /** While it is open nothing is measured; while it is half open, its own probe decides. */
  private void count(@Nullable Throwable failure) {
    if (circuit.state() != CircuitBreakerState.CLOSED) return;

    if (rate.add(millis.getAsLong(), failure != null)) circuit.open();
  }

  @SuppressWarnings("unchecked") // What went in as T comes out as T.
  private static <T> Future<T> unwrap(Throwable failure) {
    if (failure instanceof Sick sick) return Future.succeededFuture((T) sick.answer);
    if (failure instanceof OpenCircuitException) {
      return Future.failedFuture(new Unsent(Code.PROVIDER_NOT_AVAILABLE, "breaker open"));
    }
    return Future.failedFuture(failure);
  }
}
