package tollgate.sandbox.midtrans;

import tollgate.sandbox.Autoplay;
import tollgate.sandbox.Credentials;
import tollgate.sandbox.SandboxAccount;

/**
 * A merchant of the simulated Midtrans.
 *
 * @param shopName what the customer sees
 * @param notificationUrl used when a charge brings none of its own; empty: no notifications then
 * @param active whether GoPay is switched on; charges answer 402 if not
 */
public record MidtransAccount(
    String merchantId,
    String serverKey,
    String shopName,
    String notificationUrl,
    boolean active,
    Autoplay autoplay)
    implements SandboxAccount {

  /** Every message of ours brings its own address for callbacks, so it needs none. */
  public static MidtransAccount of(Credentials gateway) {
    return new MidtransAccount(
        gateway.field("merchant_id", "sandbox"),
        gateway.key("server_key"),
        "Demo Taxi",
        "",
        true,
        Autoplay.NOBODY);
  }

  @Override
  public String toString() {
    return "MidtransAccount[" + merchantId + ", " + notificationUrl + "]";
  }
}
