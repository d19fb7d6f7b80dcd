package tollgate.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A key that can be used but not printed: a record would show it in every log line. */
public final class Secret {

  private final String value;

  /**
   * Wraps a key.
   *
   * @throws IllegalArgumentException if the value is empty or blank: an empty key signs for anybody
   */
  public Secret(String value) {
    if (value.isBlank()) throw new IllegalArgumentException("a secret must not be empty");
    this.value = value;
  }

  /** The key itself. Whoever calls this must neither log nor keep what it gives. */
  public String reveal() {
    return value;
  }

  /** In constant time: how far two keys agree must not show in how long the answer takes. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret that
        && MessageDigest.isEqual(value.getBytes(UTF_8), that.value.getBytes(UTF_8));
  }

  /** The same for all: a hash of a key is a hint about the key. */
  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return "***";
  }
}
