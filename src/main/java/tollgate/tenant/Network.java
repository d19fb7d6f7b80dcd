package tollgate.tenant;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A range of addresses, IPv4 or IPv6, as CIDR writes it: {@code 203.0.113.0/24}. A single address
 * is a range of one. Names are never looked up.
 */
public record Network(String text, BigInteger prefix, int shift, int bits) {

  /**
   * Reads a range.
   *
   * @throws IllegalArgumentException when it is none, or has bits beyond its own length
   */
  public static Network parse(String text) {
    var slash = text.indexOf('/');
    var address = Address.read(slash < 0 ? text : text.substring(0, slash));
    if (address == null) throw refused(text);

    var length = slash < 0 ? address.bits() : length(text.substring(slash + 1), address.bits());
    if (length < 0) throw refused(text);

    var shift = address.bits() - length;
    var prefix = address.value().shiftRight(shift);
    if (!prefix.shiftLeft(shift).equals(address.value())) {
      throw new IllegalArgumentException(
          "has bits beyond its first " + length + ": \"" + text + '"');
    }
    return new Network(text, prefix, shift, address.bits());
  }

  /** False also for what is no address. An IPv4 address inside IPv6 counts as IPv4. */
  public boolean contains(String address) {
    var read = Address.read(address);
    return read != null && read.bits() == bits && read.value().shiftRight(shift).equals(prefix);
  }

  private static int length(String digits, int most) {
    if (!digits.matches("\\d{1,3}")) return -1;

    var length = Integer.parseInt(digits);
    return length <= most ? length : -1;
  }

  private static IllegalArgumentException refused(@Nullable String text) {
    return new IllegalArgumentException(
        "must be a network such as 203.0.113.0/24 or 2001:db8::/32, not \"" + text + '"');
  }

  @Override
  public String toString() {
    return text;
  }
}
