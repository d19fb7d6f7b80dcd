package tollgate.provider.robokassa;

import static tollgate.provider.SignedText.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tollgate.provider.Scheme;
import tollgate.provider.Scheme.Algorithm;
import tollgate.provider.Scheme.Writing;
import tollgate.provider.SignedText;
import tollgate.provider.SignedText.Part;
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
    var parts = fields.stream().map(field -> part("", field)).toList();
    return scheme(shop).sign(text(parts, own), password);
  }

  /** Letters may have any case; what is of another length never matches. */
  static Scheme scheme(Shop shop) {
    return Scheme.of(Algorithm.of(shop.digest()), Writing.ANY_HEX);
  }

  static SignedText text(List<Part> fields, Map<String, String> own) {
    var parts = new ArrayList<>(fields);
    parts.add(SignedText.KEY);
    own.forEach((name, value) -> parts.add(part(name, name + "=" + value)));
    return new SignedText(":", parts);
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
