package tollgate;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tollgate.operations.Registry;

/** Where verticles are deployed, and left again in reverse order. */
final class Stage {

  private static final Duration START_WAIT = Duration.ofSeconds(30);
  private static final int IDLE_CHECK_MILLIS = 10;

  private final Vertx vertx;
  private final Stops stops;
  private final Duration stopWithin;

  private Stage(Vertx vertx, Stops stops, Duration stopWithin) {
    this.vertx = vertx;
    this.stops = stops;
    this.stopWithin = stopWithin;
  }

  /** With the kernel's own event interface where there is one, and the JDK's elsewhere. */
  static Stage open(PrometheusMeterRegistry registry, Stops stops, Duration stopWithin) {
    var options =
        new VertxOptions()
            .setPreferNativeTransport(true)
            .setMetricsOptions(Registry.options())
            .setBlockedThreadCheckInterval(1)
            .setBlockedThreadCheckIntervalUnit(TimeUnit.SECONDS);
    var vertx = Vertx.builder().with(options).withMetrics(Registry.forVertx(registry)).build();
    var stage = new Stage(vertx, stops, stopWithin);
    stage.leave("event loops", vertx::close);
    return stage;
  }

  Vertx vertx() {
    return vertx;
  }

  void deploy(String what, Deployable one) throws StartFailed {
    var id = await(what, vertx.deployVerticle(one));
    leave(what, () -> vertx.undeploy(id));
  }

  void deploy(String what, Supplier<? extends Deployable> each, int instances) throws StartFailed {
    var options = new DeploymentOptions().setInstances(instances);
    var id = await(what, vertx.deployVerticle(each, options));
    leave(what, () -> vertx.undeploy(id));
  }

  /** How to stop it when its turn comes; a stop that takes too long is left behind. */
  void leave(String what, Supplier<Future<?>> stop) {
    stops.add(what, () -> stop.get().await(stopWithin.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** At the stop, waits until it has nothing left to do; one that takes too long is left behind. */
  void untilIdle(String what, BooleanSupplier isIdle) {
    stops.add(
        what,
        () -> {
          var end = System.nanoTime() + stopWithin.toNanos();
          while (!isIdle.getAsBoolean() && System.nanoTime() < end) Thread.sleep(IDLE_CHECK_MILLIS);
        });
  }

  <T> T await(String what, Future<T> future) throws StartFailed {
    try {
      return future.await(START_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (Exception failure) {
      throw new StartFailed(what, failure);
    }
  }
}
