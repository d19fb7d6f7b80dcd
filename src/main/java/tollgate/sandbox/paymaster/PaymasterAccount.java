package tollgate.sandbox.paymaster;

import tollgate.sandbox.Autoplay;
import tollgate.sandbox.SandboxAccount;

/**
 * A site at the simulated PayMaster.
 *
 * @param secret ends what notifications are hashed over (1.4)
 * @param login of the user for automatic access (1.6)
 * @param shopName shown to the customer
 */
public record PaymasterAccount(
    String siteId,
    String secret,
    String hash,
    String login,
    String password,
    String shopName,
    Autoplay autoplay)
    implements SandboxAccount {

  @Override
  public String toString() {
    return "PaymasterAccount[" + siteId + ", " + shopName + "]";
  }
}
