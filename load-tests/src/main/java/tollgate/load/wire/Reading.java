package tollgate.load.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts what one connection brings into messages. It reads no more of HTTP than both sides here speak:
 * bodies have a Content-Length; one that is chunked is an error, never a wrong figure.
 */
final class Reading {

  private static final byte[] END = "\r\n\r\n".getBytes(ISO_8859_1);
  private static final String LENGTH = "content-length:";

  private byte[] held = new byte[0];

  void add(byte[] bytes) {
    if (held.length == 0) {
      held = bytes;
      return;
    }
    var all = Arrays.copyOf(held, held.length + bytes.length);
    System.arraycopy(bytes, 0, all, held.length, bytes.length);
    held = all;
  }

  /** The next message that is whole. */
  Optional<Message> next() {
    var end = endOfHead();
    if (end < 0) return Optional.empty();

    var head = new String(held, 0, end, ISO_8859_1);
    var begin = end + END.length;
    var after = begin + length(head);
    if (held.length < after) return Optional.empty();

    var message = new Message(head, Arrays.copyOfRange(held, begin, after));
    held = held.length == after ? new byte[0] : Arrays.copyOfRange(held, after, held.length);
    return Optional.of(message);
  }

  private int endOfHead() {
    for (int i = 0; i + END.length <= held.length; i++) {
      if (held[i] == '\r' && Arrays.equals(held, i, i + END.length, END, 0, END.length)) return i;
    }
    return -1;
  }

  private static int length(String head) {
    for (int line = head.indexOf('\n'); line >= 0; line = head.indexOf('\n', line + 1)) {
      if (head.regionMatches(true, line + 1, LENGTH, 0, LENGTH.length())) {
        var end = head.indexOf('\r', line);
        var from = line + 1 + LENGTH.length();
        return Integer.parseInt(head.substring(from, end < 0 ? head.length() : end).strip());
      }
      if (head.regionMatches(true, line + 1, "transfer-encoding:", 0, 18)) {
        throw new IllegalStateException("chunked: " + head);
      }
    }
    return 0;
  }
}
