package tollgate.engine;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * What a contract suite asks of a store, and of whoever sets it up. The clock may be anybody's: all
 * that a suite wants of it is that it can be moved on, or that the rows can be moved back.
 */
public interface StoreUnderTest {

  Payments payments();

  Outbox outbox();

  Timers timers();

  Raising raising();

  Wallets wallets();

  Refusals refusals();

  FirstAnswers firstAnswers();

  Events events();

  Register register();

  /** The ids of one more node. */
  Ids ids();

  /** How long a claimed duty is hidden; at least some seconds, or a slow test outlives it. */
  Duration lease();

  /** As if so much time had passed since everything that is kept now. */
  void advance(Duration time);

  /** A project that no other test has used. */
  long newProject();

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, SECONDS);
    } catch (ExecutionException failed) {
      throw new Failed(failed.getCause());
    } catch (InterruptedException | TimeoutException stuck) {
      throw new IllegalStateException(stuck);
    }
  }

  /** What the store answered instead, as the cause. */
  final class Failed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Failed(Throwable cause) {
      super(cause);
    }
  }
}
