package tollgate.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tollgate.tenant.Secret;

/**
 * HMAC (RFC 2104) under one key, ready to be used often: the key is prepared once.
 *
 * <p>Safe for any number of threads. Every message works on a clone of a prototype that never sees
 * a message itself, so nothing is shared, locked or left behind in a thread. Prototypes without a
 * key are shared by all and never see one.
 */
public final class Hmac {

  /** Without a key: to ask the JDK for one takes as long as the code of a short message. */
  private static final Mac SHA256 = keyless("HmacSHA256");

  private static final Mac SHA512 = keyless("HmacSHA512");

  private final Mac prototype;

  private Hmac(Mac keyless, byte[] key) {
    prototype = clone(keyless);
    try {
      prototype.init(new SecretKeySpec(key, keyless.getAlgorithm()));
    } catch (InvalidKeyException impossible) {
      throw new AssertionError("every key fits an HMAC", impossible);
    }
  }

  /** Asked for by its provider: only then no clone shares a lock with it. */
  private static Mac keyless(String algorithm) {
    try {
      return Mac.getInstance(algorithm, Mac.getInstance(algorithm).getProvider());
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has " + algorithm, impossible);
    }
  }

  /** HMAC-SHA-256 keyed by the secret's UTF-8 bytes. */
  public static Hmac sha256(Secret key) {
    return sha256(key.reveal().getBytes(UTF_8));
  }

  public static Hmac sha256(byte[] key) {
    return new Hmac(SHA256, key);
  }

  /** HMAC-SHA-512 keyed by the secret's UTF-8 bytes. */
  public static Hmac sha512(Secret key) {
    return sha512(key.reveal().getBytes(UTF_8));
  }

  public static Hmac sha512(byte[] key) {
    return new Hmac(SHA512, key);
  }

  /** The code of the parts, one after another as one message. */
  public byte[] of(byte[]... parts) {
    var mac = clone(prototype);
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

  private static Mac clone(Mac prototype) {
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
