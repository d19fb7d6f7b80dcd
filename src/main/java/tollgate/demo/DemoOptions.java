package tollgate.demo;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the demo merchant is set up.
 *
 * @param gateway where it calls the gateway, without a path
 * @param site where browsers see the taxi app, without a path
 * @param shops its projects
 */
public record DemoOptions(URI gateway, URI site, List<Shop> shops, Bounds bounds) {

  /**
   * What the demo holds and how long it waits.
   *
   * @param webhooksMax webhooks kept a project, the oldest leave
   * @param refusedMax messages kept a project that did not prove who wrote them
   * @param streamsMax open event streams of browsers, a router
   * @param walletsMax wallet numbers remembered, a router; forgotten ones are asked for again
   * @param historyRows rows of a wallet's history on the page
   * @param callLimit until a call of the gateway is given up
   * @param redirectWait until the customer is not kept waiting for the intermediate webhook
   * @param heartbeat between signs of life on a silent event stream
   */
  public record Bounds(
      int webhooksMax,
      int refusedMax,
      int streamsMax,
      int walletsMax,
      int historyRows,
      Duration callLimit,
      Duration redirectWait,
      Duration heartbeat) {

    /** The largest message that the receiver and the forms take. */
    static final int BODY_BYTES_MAX = 64 * 1024;

    public static final Bounds USUAL =
        new Bounds(
            1_000,
            50,
            1_000,
            10_000,
            10,
            Duration.ofSeconds(8),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15));
  }

  public DemoOptions {
    shops = List.copyOf(shops);
  }

  /** The demo tenants with the usual bounds. */
  public static DemoOptions usual(URI gateway, URI site) {
    return new DemoOptions(gateway, site, Shop.demo(), Bounds.USUAL);
  }

  /** Where that project takes that method. */
  Optional<Shop> shop(String project, String method) {
    return shops.stream()
        .filter(shop -> Long.toString(shop.project()).equals(project))
        .filter(shop -> shop.way(method).isPresent())
        .findFirst();
  }

  /** The first of that project's: all of them have its secret. */
  Optional<Shop> shop(String project) {
    return shops.stream().filter(shop -> Long.toString(shop.project()).equals(project)).findFirst();
  }
}
