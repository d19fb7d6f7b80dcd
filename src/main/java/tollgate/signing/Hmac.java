package tollgate.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tollgate.tenant.Secret;

/**
 * HMAC (RFC 2104) under one key, ready to be used often: the key is prepared once.
 *
 * <p>Safe for any number of threads. Every message works on a clone of a prototype that never sees
 * a message itself, so nothing is shared, locked or left behind in a thread.
 */
public final class Hmac {

  private final Mac prototype;

  private Hmac(String algorithm, byte[] key) {
    try {
      prototype = Mac.getInstance(algorithm);
      prototype.init(new SecretKeySpec(key, algorithm));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every JDK has " + algorithm, impossible);
    }
  }

  /** HMAC-SHA-256 keyed by the secret's UTF-8 bytes. */
  public static Hmac sha256(Secret key) {
    return sha256(key.reveal().getBytes(UTF_8));
  }

  public static Hmac sha256(byte[] key) {
    return new Hmac("HmacSHA256", key);
  }

  /** HMAC-SHA-512 keyed by the secret's UTF-8 bytes. */
  public static Hmac sha512(Secret key) {
    return sha512(key.reveal().getBytes(UTF_8));
  }

  public static Hmac sha512(byte[] key) {
    return new Hmac("HmacSHA512", key);
  }

  /** The code of the parts, one after another as one message. */
  public byte[] of(byte[]... parts) {
    var mac = fresh();
    for (var part : parts) mac.update(part);
    return mac.doFinal();
  }

  /** The code of the text's UTF-8 bytes, in standard Base64 with padding. */
  public String base64(String text) {
    return Base64.getEncoder().encodeToString(of(text.getBytes(UTF_8)));
  }

  /** The code of the text's UTF-8 bytes, in lower-case hexadecimal. */
  public String hex(String text) {
    return HexFormat.of().formatHex(of(text.getBytes(UTF_8)));
  }

  private Mac fresh() {
    try {
      return (Mac) prototype.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError("the JDK's own HMACs can be cloned", impossible);
    }
  }

  /** In constant time: a faster "no" would tell a forger how much of the guess was right. */
  public static boolean sameInConstantTime(byte[] expected, byte[] given) {
    return MessageDigest.isEqual(expected, given);
  }

  /** The same for texts, compared as UTF-8. */
  public static boolean sameInConstantTime(String expected, String given) {
    return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
  }
}
