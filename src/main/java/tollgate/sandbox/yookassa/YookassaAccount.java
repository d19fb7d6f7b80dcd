package tollgate.sandbox.yookassa;

import tollgate.sandbox.Autoplay;
import tollgate.sandbox.SandboxAccount;

/**
 * A shop at the simulated YooKassa.
 *
 * @param notificationUrl of the shop, for payments have none of their own; empty: no notifications
 */
public record YookassaAccount(
    String shopId, String secretKey, String shopName, String notificationUrl, Autoplay autoplay)
    implements SandboxAccount {

  @Override
  public String toString() {
    return "YookassaAccount[" + shopId + ", " + shopName + ", " + notificationUrl + "]";
  }
}
