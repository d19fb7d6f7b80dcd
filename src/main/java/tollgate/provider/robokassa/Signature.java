package tollgate.provider.robokassa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tollgate.signing.Hmac;
import tollgate.tenant.Secret;

/**
 * The signature of a message (section 3): a digest over fields, a password and then our own values,
 * with colons between.
 */
final class Signature {

  static final String FIELD = "SignatureValue";

  private Signature() {}

  /** In lower-case hexadecimal. Fields come in the order of the protocol. */
  static String of(Shop shop, List<String> fields, Secret password, Map<String, String> own) {
    var parts = new ArrayList<>(fields);
    parts.add(password.reveal());
    own.forEach((name, value) -> parts.add(name + "=" + value));
    return shop.digest().hex(String.join(":", parts));
  }

  /** Letters may have any case; what is of another length never matches. */
  static boolean is(String expected, String given) {
    return Hmac.sameInConstantTime(expected, given.toLowerCase(Locale.ROOT));
  }

  /**
   * Our own values among all: whatever begins with {@code shp} in any case, in the spelling that
   * came, in the order of bytes.
   */
  static Map<String, String> own(Map<String, String> fields) {
    var own = new TreeMap<String, String>();
    fields.forEach((name, value) -> {
      if (name.toLowerCase(Locale.ROOT).startsWith("shp")) own.put(name, value);
    });
    return own;
  }
}
