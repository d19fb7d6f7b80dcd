package tollgate.outside;

import java.time.Duration;

/**
 * How merchants are told.
 *
 * @param connectTimeout for the look-up of a name, and again for a connection; 5 s
 * @param callTimeout for a whole attempt, the look-up not included; 10 s
 * @param keepAlive how long an idle connection is kept, whole seconds; 15 s
 * @param replyBytesMax of an answer's body, which nobody reads; the connection is cut after it;
 *     65536
 * @param atOnceMax attempts in flight to all merchants; 1024
 * @param endpointAtOnceMax attempts in flight to one endpoint; 256, enough for a thousand a second
 *     at a quarter of a second each
 * @param endpointQueueMax notices that wait for one endpoint; the next one goes back to the outbox;
 *     5000
 * @param queueWait how long one may wait before it goes back to the outbox; 10 s
 * @param attemptsMax after which a notice is undelivered; 120
 * @param speed divides all waits between attempts; 1, and more only in tests
 * @param stopWait how long a stop waits for attempts in flight; 12 s
 */
public record WebhookOptions(
    Duration connectTimeout,
    Duration callTimeout,
    Duration keepAlive,
    int replyBytesMax,
    int atOnceMax,
    int endpointAtOnceMax,
    int endpointQueueMax,
    Duration queueWait,
    int attemptsMax,
    int speed,
    Duration stopWait) {

  /** What is in use when nothing is set. */
  public static final WebhookOptions USUAL =
      new WebhookOptions(
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(15),
          64 * 1024,
          1024,
          256,
          5000,
          Duration.ofSeconds(10),
          120,
          1,
          Duration.ofSeconds(12));

  public WebhookOptions {
    Checks.positive("connectTimeout", connectTimeout);
    Checks.positive("keepAlive", keepAlive);
    Checks.positive("replyBytesMax", replyBytesMax);
    Checks.positive("endpointAtOnceMax", endpointAtOnceMax);
    Checks.positive("endpointQueueMax", endpointQueueMax);
    Checks.positive("queueWait", queueWait);
    Checks.positive("attemptsMax", attemptsMax);
    Checks.positive("speed", speed);
    Checks.shorter("connectTimeout", connectTimeout, "callTimeout", callTimeout);
    Checks.shorter("callTimeout", callTimeout, "stopWait", stopWait);
    if (atOnceMax < 2 * endpointAtOnceMax) {
      throw new IllegalArgumentException(
          "atOnceMax must be twice endpointAtOnceMax, or one dead merchant delays the others");
    }
  }

  /** A notice must be delivered, or handed back, before another node may take it. */
  void checkAgainst(Duration lease) {
    var longest = queueWait.plus(connectTimeout).plus(callTimeout);
    Checks.shorter("queueWait + connectTimeout + callTimeout", longest, "the lease", lease);
  }
}
