package tollgate.outside;

import java.time.Duration;

/**
 * How we treat one provider. All times have limits and all queues have bounds.
 *
 * @param connectTimeout for a connection; 2 s
 * @param callTimeout for a whole call, connection included; 10 s
 * @param keepAlive how long an idle connection is kept, whole seconds; 30 s
 * @param connectionsMax connections to one address; 64
 * @param replyBytesMax longest body that is read, in bytes; the connection is cut after it; 262144
 * @param calls how many at once, and who waits
 * @param breaker when a sick provider is left alone
 * @param retry how often, and after how long, it is tried again
 * @param returnWait how long a returning customer waits for the provider's word; 3 s
 * @param stopWait how long a stop waits for calls in flight; 12 s
 */
public record ProviderOptions(
    Duration connectTimeout,
    Duration callTimeout,
    Duration keepAlive,
    int connectionsMax,
    int replyBytesMax,
    Calls calls,
    Breaker breaker,
    Retry retry,
    Duration returnWait,
    Duration stopWait) {

  /** What is in use when nothing is set. */
  public static final ProviderOptions USUAL =
      new ProviderOptions(
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          64,
          256 * 1024,
          new Calls(64, 2_000, Duration.ofSeconds(5)),
          new Breaker(50, 20, Duration.ofSeconds(10), Duration.ofSeconds(5)),
          new Retry(4, Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMinutes(15), 12),
          Duration.ofSeconds(3),
          Duration.ofSeconds(12));

  public ProviderOptions {
    Checks.positive("connectTimeout", connectTimeout);
    Checks.positive("keepAlive", keepAlive);
    Checks.positive("returnWait", returnWait);
    Checks.positive("connectionsMax", connectionsMax);
    Checks.positive("replyBytesMax", replyBytesMax);
    Checks.shorter("connectTimeout", connectTimeout, "callTimeout", callTimeout);
    Checks.shorter("callTimeout", callTimeout, "stopWait", stopWait);
  }

  /** A duty must be finished, or handed back, before another node may take it. */
  void checkAgainst(Duration lease) {
    var longest = calls.queueWait().plus(callTimeout);
    Checks.shorter("calls.queueWait + callTimeout", longest, "the lease", lease);
  }

  /**
   * The bulkhead: a slow provider holds no more than this.
   *
   * @param atOnceMax calls in flight; 64
   * @param queueMax calls that wait; the next one goes back to the outbox; 2000
   * @param queueWait how long one may wait; 5 s
   */
  public record Calls(int atOnceMax, int queueMax, Duration queueWait) {

    public Calls {
      Checks.positive("calls.atOnceMax", atOnceMax);
      Checks.positive("calls.queueMax", queueMax);
      Checks.positive("calls.queueWait", queueWait);
    }
  }

  /**
   * The circuit breaker, by rate: at 500 calls a second five failures are nothing.
   *
   * @param failuresPercent opens at this share of failures; 50
   * @param callsMin of at least so many calls; 20
   * @param window in so long; 10 s
   * @param openFor how long nothing is sent before one call may probe; 5 s
   */
  public record Breaker(int failuresPercent, int callsMin, Duration window, Duration openFor) {

    public Breaker {
      if (failuresPercent < 1 || failuresPercent > 100) {
        throw new IllegalArgumentException("breaker.failuresPercent must be from 1 to 100");
      }
      Checks.positive("breaker.callsMin", callsMin);
      Checks.positive("breaker.window", window);
      Checks.positive("breaker.openFor", openFor);
    }
  }

  /**
   * Trying again.
   *
   * @param sendAttemptsMax how often a sale is tried that never left us, before it is declined; 4
   * @param sendBackoff between the first two of those tries, then twice as long each time; 500 ms
   * @param doubtBackoff before the same message goes out again because its outcome is unknown, then
   *     three times as long each time; 1 s
   * @param backoffMax longest of all these; 15 min
   * @param cancelAttemptsMax how often a cancel is tried before a person must look; 12
   */
  public record Retry(
      int sendAttemptsMax,
      Duration sendBackoff,
      Duration doubtBackoff,
      Duration backoffMax,
      int cancelAttemptsMax) {

    public Retry {
      Checks.positive("retry.sendAttemptsMax", sendAttemptsMax);
      Checks.positive("retry.cancelAttemptsMax", cancelAttemptsMax);
      Checks.positive("retry.sendBackoff", sendBackoff);
      Checks.positive("retry.doubtBackoff", doubtBackoff);
      Checks.shorter("retry.doubtBackoff", doubtBackoff, "retry.backoffMax", backoffMax);
    }
  }
}
