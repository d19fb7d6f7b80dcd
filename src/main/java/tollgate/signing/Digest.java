package tollgate.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Digests of a text in which the key stands as a part: how older protocols sign. They are what they
 * are; what we may choose ourselves is signed by {@link Hmac}.
 */
public enum Digest {
  MD5("MD5"),
  SHA1("SHA-1"),
  SHA256("SHA-256"),
  SHA384("SHA-384"),
  SHA512("SHA-512");

  private final String algorithm;

  Digest(String algorithm) {
    this.algorithm = algorithm;
  }

  public byte[] of(byte[] message) {
    try {
      return MessageDigest.getInstance(algorithm).digest(message);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has " + algorithm, impossible);
    }
  }

  /** Of the text's UTF-8 bytes, in lower-case hexadecimal. */
  public String hex(String text) {
    return hex(text.getBytes(UTF_8));
  }

  /** In lower-case hexadecimal. */
  public String hex(byte[] message) {
    return HexFormat.of().formatHex(of(message));
  }
}
