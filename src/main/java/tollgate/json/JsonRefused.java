package tollgate.json;

/**
 * These bytes are not JSON that we take. Checked, because every message comes from outside and
 * somebody must say what a bad one means: a 400, or a provider's answer in doubt.
 *
 * <p>It has no stack trace (hostile bodies come by the thousand) and repeats no value of the body:
 * only the place.
 */
public final class JsonRefused extends Exception {

  private static final long serialVersionUID = 1;

  private static final int PATH_LENGTH_MAX = 200;

  /** Why, in words that may be shown to the sender. */
  public enum Reason {
    EMPTY("no JSON at all"),
    TOO_MANY_BYTES("message too large"),
    NOT_UTF8("not UTF-8"),
    MALFORMED("not JSON"),
    TRAILING_DATA("more after the end of the JSON value"),
    DUPLICATE_MEMBER("member name used twice"),
    TOO_DEEP("nested too deep"),
    TEXT_TOO_LONG("string or name too long"),
    NUMBER_TOO_LONG("number too long"),
    UNUSABLE_CHARACTER("NUL or half a surrogate pair in a string or name");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  private final Reason reason;
  private final String path;
  private final long offset;

  JsonRefused(Reason reason, String path, long offset) {
    super(null, null, false, false);
    this.reason = reason;
    this.path = path.length() > PATH_LENGTH_MAX ? path.substring(0, PATH_LENGTH_MAX) + "…" : path;
    this.offset = offset;
  }

  public Reason reason() {
    return reason;
  }

  /** A JSON Pointer (RFC 6901) to the nearest known place; empty for the whole message. */
  public String path() {
    return path;
  }

  /** Characters read before the refusal; bytes where the message was no text at all. */
  public long offset() {
    return offset;
  }

  @Override
  public String getMessage() {
    var place = path.isEmpty() ? "" : ", in " + path;
    return reason.words() + " (at " + offset + place + ")";
  }
}
