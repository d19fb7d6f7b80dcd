package tollgate.sandbox.webmoney;

import tollgate.sandbox.Autoplay;
import tollgate.sandbox.Credentials;
import tollgate.sandbox.SandboxAccount;

/**
 * A purse of a merchant at the simulated WebMoney, with its settings (§2).
 *
 * @param keys what it signs and is signed with
 * @param resultUrl used when a form brings none; empty: no calls then
 * @param test whether payments are made without money
 */
public record WebmoneyAccount(
    String purse,
    String wmid,
    Keys keys,
    String shopName,
    String resultUrl,
    boolean test,
    Autoplay autoplay)
    implements SandboxAccount {

  /** Every form brings its own address for calls, so it needs none. */
  public static WebmoneyAccount of(Credentials gateway) {
    return new WebmoneyAccount(
        gateway.field("purse"),
        gateway.field("wmid"),
        new Keys(
            gateway.key("secret_key"),
            gateway.keyIfAny("x20_key"),
            gateway.keyIfAny("signer_key"),
            gateway.field("hash", "").equals("MD5")),
        "Demo Taxi",
        "",
        gateway.field("mode", "").equals("test"),
        Autoplay.NOBODY);
  }

  /**
   * The secrets of a purse.
   *
   * @param secret the Secret Key
   * @param x20 the Secret Key X20; empty: forms need no signature
   * @param signer of the sandbox's own signatures of X14; empty: a certificate is taken for granted
   * @param md5 whether LMI_HASH is the old digest
   */
  public record Keys(String secret, String x20, String signer, boolean md5) {

    @Override
    public String toString() {
      return "Keys[***]";
    }
  }

  /** The purse's letter: payer and payee must have the same (§2). */
  String unit() {
    return purse.substring(0, 1);
  }
}
