package tollgate.sandbox.yookassa;

import tollgate.sandbox.Autoplay;
import tollgate.sandbox.Credentials;
import tollgate.sandbox.SandboxAccount;

/**
 * A shop at the simulated YooKassa.
 *
 * @param notificationUrl of the shop, for payments have none of their own; empty: no notifications
 */
public record YookassaAccount(
    String shopId, String secretKey, String shopName, String notificationUrl, Autoplay autoplay)
    implements SandboxAccount {

  public static YookassaAccount of(Credentials gateway) {
    return new YookassaAccount(
        gateway.field("shop_id"),
        gateway.key("secret_key"),
        "Demo Taxi",
        gateway.callbackUrl(),
        Autoplay.NOBODY);
  }

  @Override
  public String toString() {
    return "YookassaAccount[" + shopId + ", " + shopName + ", " + notificationUrl + "]";
  }
}
