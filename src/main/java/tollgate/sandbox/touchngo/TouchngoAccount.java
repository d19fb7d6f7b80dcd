package tollgate.sandbox.touchngo;

import tollgate.sandbox.Autoplay;
import tollgate.sandbox.Credentials;
import tollgate.sandbox.SandboxAccount;

/**
 * A merchant of the simulated provider.
 *
 * @param key signs both directions
 * @param shopName shown to the customer
 * @param callbackUrl used when a form brings none of its own; empty: no callbacks then
 */
public record TouchngoAccount(
    String merchantCode, String key, String shopName, String callbackUrl, Autoplay autoplay)
    implements SandboxAccount {

  /** Every form brings its own address for callbacks, so it needs none. */
  public static TouchngoAccount of(Credentials gateway) {
    return new TouchngoAccount(
        gateway.field("merchant_code"),
        gateway.key("merchant_key"),
        "Demo Taxi",
        "",
        Autoplay.NOBODY);
  }

  @Override
  public String toString() {
    return "TouchngoAccount[" + merchantCode + ", " + shopName + ", " + callbackUrl + "]";
  }
}
