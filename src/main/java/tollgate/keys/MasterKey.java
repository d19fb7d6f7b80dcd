package tollgate.keys;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A key that wraps data keys: an id, which is no secret and stands in every seal, and 32 bytes. It
 * never prints the bytes.
 */
public final class MasterKey {

  static final int BYTES = 32;
  private static final Pattern WRITTEN = Pattern.compile("([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/=]+)");

  private final String id;
  private final byte[] bytes;

  private MasterKey(String id, byte[] bytes) {
    this.id = id;
    this.bytes = bytes;
  }

  /**
   * Reads {@code id:base64}; {@link IllegalArgumentException}, without the value, when it is none.
   */
  static MasterKey parse(String text) {
    var parts = WRITTEN.matcher(text);
    if (!parts.matches()) throw new IllegalArgumentException("a master key is written id:base64");

    var id = parts.group(1);
    try {
      var bytes = Base64.getDecoder().decode(parts.group(2));
      if (bytes.length == BYTES) return new MasterKey(id, bytes);
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalArgumentException("master key " + id + " is not Base64");
    }
    throw new IllegalArgumentException("master key " + id + " must have " + BYTES + " bytes");
  }

  /** A new key as it is written. */
  public static String fresh(String id, Dice dice) {
    return id + ':' + Base64.getEncoder().encodeToString(dice.bytes(BYTES));
  }

  public String id() {
    return id;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return id + ":***";
  }
}
