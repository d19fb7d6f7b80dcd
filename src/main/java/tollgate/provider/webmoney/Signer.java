package tollgate.provider.webmoney;

import tollgate.signing.Hmac;
import tollgate.tenant.Secret;

/**
 * Signs what moves money out of a purse. WebMoney's own WMSigner is not among those that sign here:
 * its keys never leave the owner's Keeper. What there is: nothing at all, where the client's
 * certificate on the connection says who asks, and the sandbox's own.
 */
interface Signer {

  /** Of a connection with a client's certificate. */
  Signer CERTIFICATE = _ -> "";

  String sign(String text);

  /** Only the sandbox takes it: it is <em>not</em> WMSigner. */
  static Signer ofSandbox(Secret key) {
    return text -> Hmac.sha256(key).hex(text);
  }
}
