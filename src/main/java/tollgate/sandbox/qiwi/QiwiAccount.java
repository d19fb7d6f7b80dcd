package tollgate.sandbox.qiwi;

import tollgate.sandbox.Autoplay;
import tollgate.sandbox.Credentials;
import tollgate.sandbox.SandboxAccount;

/**
 * A merchant of the simulated QIWI: one key pair.
 *
 * @param publicKey lets a browser make bills by a form; never signs
 * @param secretKey logs in to the API and signs notifications
 * @param notificationUrl of the key pair, for bills have none of their own; empty: no notifications
 */
public record QiwiAccount(
    String siteId,
    String publicKey,
    String secretKey,
    String shopName,
    String notificationUrl,
    Autoplay autoplay)
    implements SandboxAccount {

  public static QiwiAccount of(Credentials gateway) {
    return new QiwiAccount(
        gateway.field("site_id", "sandbox-" + gateway.number()),
        "public-" + gateway.number(),
        gateway.key("secret_key"),
        "Demo Taxi",
        gateway.callbackUrl(),
        Autoplay.NOBODY);
  }

  @Override
  public String toString() {
    return "QiwiAccount[" + siteId + ", " + shopName + ", " + notificationUrl + "]";
  }
}
