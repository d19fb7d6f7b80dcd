package tollgate.load.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An HTTP message as it came. */
public record Message(String head, byte[] bytes) {

  private static final int STATUS_BEGIN = "HTTP/1.1 ".length();
  private static final int STATUS_END = STATUS_BEGIN + 3;

  /** Of an answer. */
  public int status() {
    return Integer.parseInt(head, STATUS_BEGIN, STATUS_END, 10);
  }

  public boolean isOk() {
    return status() == 200;
  }

  public String body() {
    return new String(bytes, UTF_8);
  }

  /** What follows {@code before} up to the next quote: a member of JSON that has no escapes. */
  public static String member(String json, String before) {
    var found = json.indexOf(before);
    if (found < 0) throw new IllegalStateException("no " + before + " in " + json);
    var start = found + before.length();
    return json.substring(start, json.indexOf('"', start));
  }

  @Override
  public String toString() {
    return head.lines().findFirst().orElse("") + " " + body();
  }
}
