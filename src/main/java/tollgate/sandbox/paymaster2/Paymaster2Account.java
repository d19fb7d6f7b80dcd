package tollgate.sandbox.paymaster2;

import tollgate.sandbox.Autoplay;
import tollgate.sandbox.Credentials;
import tollgate.sandbox.SandboxAccount;

/**
 * A merchant of the simulated PayMaster, API v2.
 *
 * @param token opens the API; nothing is ever signed (2.3)
 * @param shopName shown to the customer
 */
public record Paymaster2Account(String merchantId, String token, String shopName, Autoplay autoplay)
    implements SandboxAccount {

  public static Paymaster2Account of(Credentials gateway) {
    return new Paymaster2Account(
        gateway.field("merchant_id"), gateway.key("token"), "Demo Taxi", Autoplay.NOBODY);
  }

  @Override
  public String toString() {
    return "Paymaster2Account[" + merchantId + ", " + shopName + "]";
  }
}
