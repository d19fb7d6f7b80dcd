package tollgate.load.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the protocol documents say, written from them alone: a second witness of the dialects. */
public final class Signer {

  private final Mac gate;
  private final Mac provider;

  public Signer(String projectSecret, String providerKey) {
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

  /** The signature of Touch'n Go's provider, of its canonical text. */
  String provider(String canonical) {
    return HexFormat.of().formatHex(provider.doFinal(canonical.getBytes(UTF_8)));
  }
}
