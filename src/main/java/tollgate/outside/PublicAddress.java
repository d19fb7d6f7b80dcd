package tollgate.outside;

import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses the world may be reached at: global unicast, and nothing that leads back to our
 * own networks or that hides another address in itself. After the registries of special-purpose
 * addresses (RFC 6890 and its successors).
 */
final class PublicAddress {

  /** The first {@code bits} bits of {@code start}. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Block(byte[] start, int bits) {

    static Block of(String text) {
      var parts = text.split("/", 2);
      return new Block(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
    }

    boolean holds(byte[] address) {
      if (address.length != start.length) return false;

      int whole = bits / 8;
      for (int i = 0; i < whole; i++) {
        if (address[i] != start[i]) return false;
      }
      int rest = bits % 8;
      int mask = 0xFF << (8 - rest) & 0xFF;
      return rest == 0 || (address[whole] & mask) == (start[whole] & mask);
    }
  }

  private static final List<Block> NOT_IPV4 =
      blocks(
          "0.0.0.0/8", // this host
          "10.0.0.0/8",
          "100.64.0.0/10", // carriers' NAT
          "127.0.0.0/8",
          "169.254.0.0/16", // link-local, and the clouds' metadata
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24", // documentation
          "192.31.196.0/24", // AS112
          "192.52.193.0/24", // AMT
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16",
          "192.175.48.0/24", // AS112
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and broadcast

  /** All global unicast IPv6 lies in here; ULA, link-local, mapped and NAT64 addresses do not. */
  private static final Block GLOBAL_IPV6 = Block.of("2000::/3");

  private static final List<Block> NOT_IPV6 =
      blocks(
          "2001::/23", // Teredo, ORCHID, benchmarks and other protocol assignments
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4: an IPv4 address in disguise
          "2620:4f:8000::/48", // AS112
          "3fff::/20"); // documentation

  private PublicAddress() {}

  /** {@code address} is 4 bytes, or 16. */
  static boolean is(byte[] address) {
    if (address.length == 4) return NOT_IPV4.stream().noneMatch(block -> block.holds(address));

    return GLOBAL_IPV6.holds(address) && NOT_IPV6.stream().noneMatch(block -> block.holds(address));
  }

  private static List<Block> blocks(String... texts) {
    return List.of(texts).stream().map(Block::of).toList();
  }
}
