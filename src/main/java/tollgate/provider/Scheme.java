package tollgate.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import tollgate.signing.Digest;
import tollgate.signing.Hmac;
import tollgate.tenant.Secret;

/** How a provider makes a signature of a text: by what, of which bytes, and how it is written. */
public record Scheme(Algorithm algorithm, Charset charset, Writing writing) {

  /** By what. In a plain digest the key is a part of the text, in an HMAC it is not. */
  public enum Algorithm {
    MD5("MD5"),
    SHA1("SHA-1"),
    SHA256("SHA-256"),
    SHA384("SHA-384"),
    SHA512("SHA-512"),
    HMAC_SHA256("HMAC-SHA-256"),
    HMAC_SHA512("HMAC-SHA-512");

    private final String words;

    Algorithm(String words) {
      this.words = words;
    }

    public static Algorithm of(Digest digest) {
      return switch (digest) {
        case MD5 -> MD5;
        case SHA1 -> SHA1;
        case SHA256 -> SHA256;
        case SHA384 -> SHA384;
        case SHA512 -> SHA512;
      };
    }

    public String words() {
      return words;
    }

    byte[] of(byte[] text, Secret key) {
      return switch (this) {
        case MD5 -> Digest.MD5.of(text);
        case SHA1 -> Digest.SHA1.of(text);
        case SHA256 -> Digest.SHA256.of(text);
        case SHA384 -> Digest.SHA384.of(text);
        case SHA512 -> Digest.SHA512.of(text);
        case HMAC_SHA256 -> Hmac.sha256(key).of(text);
        case HMAC_SHA512 -> Hmac.sha512(key).of(text);
      };
    }
  }

  /** How the bytes of a signature are written. */
  public enum Writing {
    LOWER_HEX("lower-case hexadecimal"),
    /** Letters of either case count as the same. */
    ANY_HEX("hexadecimal"),
    BASE64("Base64");

    private final String words;

    Writing(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    private String write(byte[] signature) {
      return switch (this) {
        case LOWER_HEX, ANY_HEX -> HexFormat.of().formatHex(signature);
        case BASE64 -> Base64.getEncoder().encodeToString(signature);
      };
    }

    private String read(String given) {
      return this == ANY_HEX ? given.toLowerCase(Locale.ROOT) : given;
    }
  }

  /** Of the text's UTF-8. */
  public static Scheme of(Algorithm algorithm, Writing writing) {
    return new Scheme(algorithm, UTF_8, writing);
  }

  /** The signature; hexadecimal ones in lower case. */
  public String sign(SignedText text, Secret key) {
    return writing.write(algorithm.of(text.with(key.reveal()).getBytes(charset), key));
  }

  /** In constant time. What is of another length never holds. */
  public boolean holds(SignedText text, Secret key, String given) {
    return Hmac.sameInConstantTime(sign(text, key), writing.read(given));
  }

  /** As a person says it. */
  public String words() {
    return algorithm.words() + " of " + charset.name() + ", in " + writing.words();
  }
}
