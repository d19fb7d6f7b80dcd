package tollgate.admin;

import org.jspecify.annotations.Nullable;
import tollgate.tenant.Secret;

/**
 * The admin port. The defaults are in {@code config/tollgate.yaml}.
 *
 * @param host the address to listen on; never one that the public reaches
 * @param port 0 takes any that is free
 * @param token what every request must bring; absent, there is no admin port
 * @param bodyBytesMax the longest body, an import's too
 */
public record AdminOptions(String host, int port, @Nullable Secret token, int bodyBytesMax) {

  public static final AdminOptions USUAL =
      new AdminOptions("127.0.0.1", 9091, null, 4 * 1024 * 1024);

  private static final int TOKEN_CHARS_MIN = 16;

  public AdminOptions {
    if (port < 0 || port > 65535) throw new IllegalArgumentException("port must be 0 to 65535");
    if (bodyBytesMax < 1) throw new IllegalArgumentException("bodyBytesMax must be positive");
    if (token != null && token.reveal().length() < TOKEN_CHARS_MIN) {
      throw new IllegalArgumentException("token must have " + TOKEN_CHARS_MIN + " characters");
    }
  }
}
