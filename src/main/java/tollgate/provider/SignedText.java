package tollgate.provider;

import java.util.List;
import java.util.StringJoiner;

/**
 * What a provider signs, part by part. It knows where the key stands in it and not which key that
 * is, so it can be shown.
 */
public record SignedText(String separator, List<Part> parts) {

  /** Where the key stands. An HMAC has no such place. */
  public static final Part KEY = new Part("", "", true);

  private static final String MASK = "***";

  /**
   * One part.
   *
   * @param name of the field that it comes from; empty where it comes from none
   */
  public record Part(String name, String value, boolean isKey) {}

  public SignedText {
    parts = List.copyOf(parts);
  }

  public static Part part(String name, String value) {
    return new Part(name, value, false);
  }

  /** With the key in its place; for signing alone. */
  String with(String key) {
    var text = new StringJoiner(separator);
    for (var part : parts) text.add(part.isKey() ? key : part.value());
    return text.toString();
  }

  /** With a mask in the key's place. */
  public String masked() {
    return with(MASK);
  }
}
