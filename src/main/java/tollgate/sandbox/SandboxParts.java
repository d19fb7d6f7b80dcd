package tollgate.sandbox;

import io.vertx.core.http.HttpClient;
import java.time.InstantSource;
import java.util.function.Consumer;

/** What both providers are built from; one of it for each provider. */
public record SandboxParts(
    SandboxOptions options,
    InstantSource clock,
    Timers timers,
    HttpClient client,
    FaultRules rules) {

  /** The sender of a provider's callbacks. */
  public Callbacks callbacks(RetryTable table, long answerTimeoutMillis) {
    var pace =
        new Callbacks.Pace(
            options.timeScale(), options.limits().callbacksWaitingMax(), answerTimeoutMillis);
    return new Callbacks(client, timers, clock, pace, table);
  }

  /** Lets a customer who plays by himself do so when it is time. */
  public void play(Autoplay autoplay, Consumer<Action> customer) {
    if (autoplay.action() == Action.LEAVE) return;

    timers.after(autoplay.afterMillis(), () -> customer.accept(autoplay.action()));
  }
}
