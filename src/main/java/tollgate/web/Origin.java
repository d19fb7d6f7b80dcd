package tollgate.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.tenant.Network;

/**
 * From which address a request really comes. What {@code X-Forwarded-For} says is believed from the
 * right, and only as far as a proxy of ours has written it: all to the left of that anybody may
 * claim.
 */
record Origin(List<Network> proxies) {

  String of(String peer, @Nullable String forwarded) {
    if (forwarded == null || !isOurs(peer)) return peer;

    var hops = forwarded.split(",", -1);
    for (int i = hops.length - 1; i >= 0; i--) {
      var hop = hops[i].strip();
      if (!isOurs(hop)) return hop;
    }
    return peer;
  }

  private boolean isOurs(String address) {
    return proxies.stream().anyMatch(network -> network.contains(address));
  }
}
