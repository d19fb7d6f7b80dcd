package tollgate.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.tenant.Network;

/**
 * What the public port may be asked, and how much of it.
 *
 * @param host address to listen at
 * @param port 0 lets the system choose
 * @param proxies networks, with commas between them, of the proxies before us: from them alone is
 *     {@code X-Forwarded-For} believed
 * @param eventLoops how many verticles share the port
 * @param waiting how many may wait for news
 * @param shedding when merchants are asked to come again
 * @param tls absent: plain HTTP, with TLS ending at a proxy
 */
public record WebOptions(
    String host,
    int port,
    String proxies,
    int eventLoops,
    Limits limits,
    Waiting waiting,
    Shedding shedding,
    @Nullable Tls tls) {

  /**
   * Questions that wait for news of a payment.
   *
   * @param requestsMax that wait at once on this node; the next one is answered at once
   * @param rowsMax first looks of those who come, in one statement; one is in flight at a time
   * @param pollEvery between two looks at what happened on other nodes, while anybody waits
   */
  public record Waiting(int requestsMax, int rowsMax, Duration pollEvery) {

    public static final Waiting DEFAULT = new Waiting(10_000, 1000, Duration.ofMillis(500));

    public Waiting {
      if (requestsMax < 1) throw new IllegalArgumentException("requestsMax must be at least 1");
      if (rowsMax < 1) throw new IllegalArgumentException("rowsMax must be at least 1");
      if (!pollEvery.isPositive()) throw new IllegalArgumentException("pollEvery is positive");
    }
  }

  /**
   * When merchants' requests are refused because there is more to do than can be done in time.
   *
   * @param atOnceMin requests on this node that are always let in together
   * @param atOnceStart requests that may be worked on together while nothing is learned yet; 768
   *     are 1,500 a second, each done in half of one
   * @param atOnceMax requests that may ever be worked on together
   * @param slow who waits longer for an answer waits too long
   * @param window between two judgements of it
   */
  public record Shedding(
      int atOnceMin, int atOnceStart, int atOnceMax, Duration slow, Duration window) {

    public static final Shedding DEFAULT =
        new Shedding(64, 768, 1024, Duration.ofSeconds(1), Duration.ofMillis(250));

    public Shedding {
      if (atOnceMin < 1) throw new IllegalArgumentException("atOnceMin must be at least 1");
      if (atOnceStart < atOnceMin || atOnceMax < atOnceStart) {
        throw new IllegalArgumentException("atOnceMin, atOnceStart and atOnceMax must rise");
      }
      if (!slow.isPositive() || !window.isPositive()) {
        throw new IllegalArgumentException("slow and window must be positive");
      }
    }
  }

  /**
   * How much one client may send, and how slowly.
   *
   * @param bodyBytesMax of a message; more is refused with 413
   * @param requestLineBytesMax method, path and query; more is refused with 414
   * @param headerBytesMax all headers together; more is refused with 431
   * @param bodyWait from the end of the headers to the end of the body
   * @param idle a connection on which nothing moves for so long is closed
   * @param stopWait when we stop, requests in flight have so long to end
   */
  public record Limits(
      int bodyBytesMax,
      int requestLineBytesMax,
      int headerBytesMax,
      Duration bodyWait,
      Duration idle,
      Duration stopWait) {

    public static final Limits DEFAULT =
        new Limits(
            64 * 1024,
            4096,
            16 * 1024,
            Duration.ofSeconds(10),
            Duration.ofSeconds(45),
            Duration.ofSeconds(5));

    public Limits {
      if (bodyBytesMax < 1 || requestLineBytesMax < 1 || headerBytesMax < 1) {
        throw new IllegalArgumentException("limits are positive");
      }
      if (!bodyWait.isPositive() || !idle.isPositive() || !stopWait.isPositive()) {
        throw new IllegalArgumentException("waits are positive");
      }
    }
  }

  /** PEM files: the certificate chain, and its key in PKCS #8. */
  public record Tls(String certificatePath, String keyPath) {}

  public WebOptions {
    if (port < 0 || port > 65_535) throw new IllegalArgumentException("port " + port);
    if (eventLoops < 1) throw new IllegalArgumentException("event loops " + eventLoops);
    networks(proxies);
  }

  /** Plain HTTP on this port, on all addresses, with the usual limits. */
  public static WebOptions plain(int port, int eventLoops) {
    return new WebOptions(
        "0.0.0.0", port, "", eventLoops, Limits.DEFAULT, Waiting.DEFAULT, Shedding.DEFAULT, null);
  }

  List<Network> proxyNetworks() {
    return networks(proxies);
  }

  private static List<Network> networks(String commas) {
    if (commas.isBlank()) return List.of();

    return Arrays.stream(commas.split(",", -1)).map(String::strip).map(Network::parse).toList();
  }
}
