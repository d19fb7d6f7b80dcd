package tollgate.tenant;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The value of an IP address: 32 bits, or 128. */
record Address(BigInteger value, int bits) {

  private static final int V4 = 32;
  private static final int V6 = 128;
  private static final int GROUPS = 8;
  private static final Pattern OCTET = Pattern.compile("0|[1-9]\\d{0,2}");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final BigInteger MAPPED = BigInteger.valueOf(0xffff);

  /** Null when the text is no address in its plain form; octal and short forms are not taken. */
  static @Nullable Address read(String text) {
    if (text.indexOf(':') < 0) return v4(text);

    var value = v6(text);
    if (value == null) return null;

    var isMapped = value.shiftRight(V4).equals(MAPPED);
    return isMapped ? new Address(low(value), V4) : new Address(value, V6);
  }

  private static @Nullable Address v4(String text) {
    var value = BigInteger.ZERO;
    var octets = text.split("\\.", -1);
    if (octets.length != 4) return null;

    for (var octet : octets) {
      if (!OCTET.matcher(octet).matches() || Integer.parseInt(octet) > 255) return null;
      value = value.shiftLeft(8).or(new BigInteger(octet));
    }
    return new Address(value, V4);
  }

  private static @Nullable BigInteger v6(String text) {
    var gap = text.indexOf("::");
    if (gap != text.lastIndexOf("::")) return null;
    if (gap < 0) return value(groups(text), List.of(), GROUPS, GROUPS);

    return value(groups(text.substring(0, gap)), groups(text.substring(gap + 2)), 0, GROUPS - 1);
  }

  private static @Nullable BigInteger value(
      @Nullable List<String> before, @Nullable List<String> after, int least, int most) {
    if (before == null || after == null) return null;

    var given = before.size() + after.size();
    if (given < least || given > most) return null;

    var all = new ArrayList<>(before);
    for (int i = given; i < GROUPS; i++) all.add("0");
    all.addAll(after);
    return all.stream()
        .map(group -> new BigInteger(group, 16))
        .reduce(BigInteger.ZERO, (value, group) -> value.shiftLeft(16).or(group));
  }

  /** The groups of one side; the last may be an IPv4 address. Null when one is none. */
  private static @Nullable List<String> groups(String side) {
    var all = new ArrayList<String>();
    if (side.isEmpty()) return all;

    for (var part : side.split(":", -1)) {
      var v4 = part.indexOf('.') < 0 ? null : v4(part);
      if (v4 != null) {
        all.add(v4.value().shiftRight(16).toString(16));
        all.add(v4.value().and(MAPPED).toString(16));
      } else if (GROUP.matcher(part).matches()) {
        all.add(part);
      } else {
        return null;
      }
    }
    return all;
  }

  private static BigInteger low(BigInteger value) {
    return value.and(BigInteger.ONE.shiftLeft(V4).subtract(BigInteger.ONE));
  }
}
