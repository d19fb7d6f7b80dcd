package tollgate.web;

import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Network addresses written as literals. A name is never resolved here: that would block, and what
 * it stands for may change before it is used, so whoever connects looks again.
 */
final class Addresses {

  private Addresses() {}

  /** Whether the text is an IPv4 or IPv6 address, without a zone, brackets or a port. */
  static boolean isIp(String text) {
    if (text.indexOf('%') >= 0 || text.indexOf('[') >= 0) return false;

    return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
  }

  /**
   * Whether a host of a URL is, on its face, not on the public internet. IPv6 comes in brackets.
   * Numbers that are no dotted quad count too: {@code 2130706433} is loopback to some resolvers.
   */
  static boolean isPrivate(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    if (name.startsWith("[")) return isPrivateIp(name.substring(1, name.length() - 1));
    if (NetUtil.isValidIpV4Address(name)) return isPrivateIp(name);

    var bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return bare.equals("localhost")
        || bare.endsWith(".localhost")
        || bare.endsWith(".internal")
        || bare.endsWith(".local")
        || isNumber(bare.substring(bare.lastIndexOf('.') + 1));
  }

  private static boolean isPrivateIp(String text) {
    var bytes = NetUtil.createByteArrayFromIpAddressString(text);
    if (bytes == null) return true;
    try {
      return isPrivate(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException wrongLength) {
      return true;
    }
  }

  private static boolean isPrivate(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    return switch (address) {
      case Inet4Address v4 -> isSpecial(v4.getAddress());
      case Inet6Address v6 -> isSpecial6(v6.getAddress());
      default -> true;
    };
  }

  /** 0/8, 100.64/10 (carriers), 192.0.0/24, 198.18/15 (benchmarks) and everything from 240 on. */
  private static boolean isSpecial(byte[] ip) {
    int a = ip[0] & 0xff;
    int b = ip[1] & 0xff;
    return a == 0
        || a == 127
        || a >= 240
        || (a == 100 && b >= 64 && b < 128)
        || (a == 192 && b == 0 && ip[2] == 0)
        || (a == 198 && (b == 18 || b == 19));
  }

  /**
   * Unique local fc00::/7; and what carries an IPv4 address inside: ::/96, 64:ff9b::/96, 2002::/16.
   */
  private static boolean isSpecial6(byte[] ip) {
    int first = ip[0] & 0xff;
    int second = ip[1] & 0xff;
    boolean embedsOld = first == 0 && (second == 0 || second == 0x64);
    return (first & 0xfe) == 0xfc || embedsOld || (first == 0x20 && second == 0x02);
  }

  private static boolean isNumber(String label) {
    if (label.startsWith("0x")) return true;

    return !label.isEmpty() && label.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
