package tollgate.sandbox.webmoney;

import java.math.BigInteger;
import java.util.Locale;

/**
 * Who pays, and by which means.
 *
 * @param phone of Keeper Mobile, digits with the country's code; else empty
 * @param order the number of the payment at Telepat; else empty
 */
record WmPayer(String purse, String wmid, String phone, String order) {

  private static final BigInteger BILLION = BigInteger.TEN.pow(11);

  /** The customer who has a Keeper on a computer: always the same. */
  static WmPayer keeper(String unit) {
    return new WmPayer(unit + "900800700600", "123123123123", "", "");
  }

  /** The purse that belongs to a phone: the same whenever that phone pays (§7). */
  static WmPayer mobile(String unit, String phone, String order) {
    var hash = new BigInteger(WmHash.hex("SHA-256", "purse of " + phone), 16);
    var digits = String.format(Locale.ROOT, "%011d", hash.mod(BILLION));
    return new WmPayer(unit + "7" + digits, "4" + digits, phone, order);
  }
}
