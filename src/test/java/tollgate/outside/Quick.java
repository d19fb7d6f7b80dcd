package tollgate.outside;

import java.time.Duration;

/** Options for tests: the same relations as in earnest, and seconds are milliseconds. */
final class Quick {

  static final ProviderOptions PROVIDER =
      new ProviderOptions(
          Duration.ofMillis(300),
          Duration.ofMillis(500),
          Duration.ofSeconds(5),
          64,
          4096,
          new ProviderOptions.Calls(64, 2_000, Duration.ofSeconds(5)),
          new ProviderOptions.Breaker(50, 20, Duration.ofSeconds(10), Duration.ofMillis(200)),
          new ProviderOptions.Retry(
              4, Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(100), 4),
          Duration.ofMillis(200),
          Duration.ofSeconds(2));

  static final TimerOptions TICKS =
      new TimerOptions(
          Duration.ofMillis(10),
          1_000,
          Duration.ofMillis(10),
          500,
          20_000,
          20_000,
          Duration.ofSeconds(2),
          Duration.ofMillis(50),
          Duration.ofSeconds(1));

  /** Ten seconds are ten milliseconds here. */
  static final WebhookOptions WEBHOOKS =
      new WebhookOptions(
          Duration.ofMillis(300),
          Duration.ofMillis(500),
          Duration.ofSeconds(5),
          4096,
          64,
          4,
          50,
          Duration.ofSeconds(2),
          120,
          1_000,
          Duration.ofSeconds(2));

  private Quick() {}

  /** The provider's options with another bulkhead. */
  static ProviderOptions calls(ProviderOptions.Calls calls) {
    return new ProviderOptions(
        PROVIDER.connectTimeout(),
        PROVIDER.callTimeout(),
        PROVIDER.keepAlive(),
        PROVIDER.connectionsMax(),
        PROVIDER.replyBytesMax(),
        calls,
        PROVIDER.breaker(),
        PROVIDER.retry(),
        PROVIDER.returnWait(),
        PROVIDER.stopWait());
  }

  /** The webhooks' options with fewer attempts. */
  static WebhookOptions attempts(int max) {
    return new WebhookOptions(
        WEBHOOKS.connectTimeout(),
        WEBHOOKS.callTimeout(),
        WEBHOOKS.keepAlive(),
        WEBHOOKS.replyBytesMax(),
        WEBHOOKS.atOnceMax(),
        WEBHOOKS.endpointAtOnceMax(),
        WEBHOOKS.endpointQueueMax(),
        WEBHOOKS.queueWait(),
        max,
        WEBHOOKS.speed(),
        WEBHOOKS.stopWait());
  }
}
