package tollgate.sandbox.yoomoney;

import tollgate.sandbox.Autoplay;
import tollgate.sandbox.Credentials;
import tollgate.sandbox.SandboxAccount;

/**
 * A wallet at the simulated YooMoney.
 *
 * @param receiver its number
 * @param secret signs notifications
 * @param token lets who has it read the history
 * @param notificationUrl of the wallet, for forms have none of their own; empty: no notifications
 */
public record YoomoneyAccount(
    String receiver, String secret, String token, String notificationUrl, Autoplay autoplay)
    implements SandboxAccount {

  public static YoomoneyAccount of(Credentials gateway) {
    return new YoomoneyAccount(
        gateway.field("receiver"),
        gateway.key("notification_secret"),
        gateway.keyIfAny("oauth_token"),
        gateway.callbackUrl(),
        Autoplay.NOBODY);
  }

  @Override
  public String toString() {
    return "YoomoneyAccount[" + receiver + ", " + notificationUrl + "]";
  }
}
