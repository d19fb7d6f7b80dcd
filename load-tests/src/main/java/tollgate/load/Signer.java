package tollgate.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the protocol documents say, written from them alone: a second witness of the dialects. */
final class Signer {

  private final Mac gate;
  private final Mac provider;

  Signer(String projectSecret, String providerKey) {
    gate = mac("HmacSHA512", projectSecret);
    provider = mac("HmacSHA256", providerKey);
  }

  private static Mac mac(String algorithm, String key) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The Gate signature of lines that are given in the order of their paths, joined by semicolons. */
  String gate(String lines) {
    return Base64.getEncoder().encodeToString(gate.doFinal(lines.getBytes(UTF_8)));
  }

  /** Adds the signature of Touch'n Go's provider, whose key is the merchant key of the sandbox. */
  String provider(String purpose, SortedMap<String, String> fields) {
    var canonical = new StringBuilder(purpose).append('\n');
    fields.forEach(
            (name, value) ->
                canonical
                    .append(name)
                    .append('=')
                    .append(value.getBytes(UTF_8).length)
                    .append(':')
                    .append(value)
                    .append('\n'));
    var bytes = canonical.toString().getBytes(UTF_8);
    return HexFormat.of().formatHex(provider.doFinal(bytes));
  }
}
