package tollgate.sandbox.yoomoney;

import tollgate.sandbox.Autoplay;
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

  @Override
  public String toString() {
    return "YoomoneyAccount[" + receiver + ", " + notificationUrl + "]";
  }
}
