package tollgate.sandbox.mykassa;

import tollgate.sandbox.Autoplay;
import tollgate.sandbox.Credentials;
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

  public static MykassaAccount of(Credentials gateway) {
    var words = new Words(gateway.key("word1"), gateway.key("word2"), gateway.keyIfAny("api_key"));
    return new MykassaAccount(
        gateway.field("shop"),
        gateway.field("flavour").equals("freekassa"),
        words,
        new Cabinet("Demo Taxi", gateway.callbackUrl(), gateway.returnsUrl()),
        Autoplay.NOBODY);
  }

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
