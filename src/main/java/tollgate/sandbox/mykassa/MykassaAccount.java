package tollgate.sandbox.mykassa;

import tollgate.sandbox.Autoplay;
import tollgate.sandbox.SandboxAccount;

/**
 * A shop of either flavour.
 *
 * @param shop its number
 * @param free whether it is FreeKassa's
 */
public record MykassaAccount(
    String shop, boolean free, Words words, Cabinet cabinet, Autoplay autoplay)
    implements SandboxAccount {

  /** The first signs forms, the second notifications, the key calls of the API. */
  public record Words(String first, String second, String apiKey) {

    @Override
    public String toString() {
      return "***";
    }
  }

  /** Who the shop is, and its two addresses; an empty one is not called. */
  public record Cabinet(String shopName, String notifyUrl, String returnUrl) {}
}
