package tollgate.sandbox.robokassa;

import tollgate.sandbox.Autoplay;
import tollgate.sandbox.Credentials;
import tollgate.sandbox.SandboxAccount;

/**
 * A shop of the simulated provider, as its cabinet has it (§1).
 *
 * @param hash the digest of its signatures: md5, sha1, sha256, sha384 or sha512
 */
public record RobokassaAccount(
    String login, String hash, Passwords passwords, Cabinet cabinet, Autoplay autoplay)
    implements SandboxAccount {

  /** Trials have the passwords of live payments. */
  public static RobokassaAccount of(Credentials gateway) {
    var first = gateway.key("password1");
    var second = gateway.key("password2");
    var returns = gateway.returnsUrl();
    return new RobokassaAccount(
        gateway.field("merchant_login"),
        gateway.field("hash"),
        new Passwords(first, second, first, second, gateway.keyIfAny("password3")),
        new Cabinet("Demo Taxi", gateway.callbackUrl(), returns, returns),
        Autoplay.NOBODY);
  }

  /** Two of live payments, two of trials, and that of refunds. */
  public record Passwords(
      String live1, String live2, String trial1, String trial2, String refunds) {

    String first(boolean trial) {
      return trial ? trial1 : live1;
    }

    String second(boolean trial) {
      return trial ? trial2 : live2;
    }

    @Override
    public String toString() {
      return "***";
    }
  }

  /** Who the shop is, and its three addresses; an empty one is not called. */
  public record Cabinet(String shopName, String resultUrl, String successUrl, String failUrl) {}
}
