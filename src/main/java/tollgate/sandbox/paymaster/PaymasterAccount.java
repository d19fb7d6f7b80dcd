package tollgate.sandbox.paymaster;

import tollgate.sandbox.Autoplay;
import tollgate.sandbox.Credentials;
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

  /** Ours: every form brings its own address for notifications. */
  public static PaymasterAccount of(Credentials gateway) {
    return new PaymasterAccount(
        gateway.field("merchant_id"),
        gateway.key("secret"),
        gateway.field("hash", "sha256"),
        gateway.field("login"),
        gateway.key("password"),
        "Demo Taxi",
        Autoplay.NOBODY);
  }

  @Override
  public String toString() {
    return "PaymasterAccount[" + siteId + ", " + shopName + "]";
  }
}
