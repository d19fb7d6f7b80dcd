package tollgate.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * Ids of requests: 40 hexadecimal digits, a hyphen, 8 decimal digits. The first 16 are the
 * operation that the request began, so that it is found by its key; the next 24 are chance, so that
 * no id can be guessed; the last 8 are the operation again, for people.
 */
final class RequestIds {

  private static final int OPERATION_DIGITS = 16;
  private static final int RANDOM_BYTES = 12;
  private static final int LENGTH = 49;
  private static final long TAIL = 100_000_000;
  private static final long OPERATION_END = 1L << 53;
  private static final HexFormat HEX = HexFormat.of();

  private final SecureRandom random = new SecureRandom();

  /** The id of the request that began this operation; 0 for one that began none. */
  String of(long operation) {
    var chance = new byte[RANDOM_BYTES];
    random.nextBytes(chance);
    var tail = Long.toString(TAIL + operation % TAIL).substring(1);
    return HEX.toHexDigits(operation) + HEX.formatHex(chance) + '-' + tail;
  }

  /** The operation that such an id speaks of; empty when it began none, or is no id of ours. */
  static OptionalLong operation(String requestId) {
    if (requestId.length() != LENGTH) return OptionalLong.empty();

    var digits = requestId.substring(0, OPERATION_DIGITS);
    if (!digits.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
      return OptionalLong.empty();
    }
    var operation = HexFormat.fromHexDigitsToLong(digits);
    return operation < 1 || operation >= OPERATION_END
        ? OptionalLong.empty()
        : OptionalLong.of(operation);
  }
}
