package tollgate;

import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** The gateway cannot start; the message is the one line that says why and what to look at. */
final class StartFailed extends Exception {

  private static final long serialVersionUID = 1;

  StartFailed(String what, @Nullable Throwable cause) {
    super(cause == null ? what : what + ": " + reason(cause), cause);
  }

  /**
   * The innermost reason, in one line: what libraries wrap around it helps nobody at a terminal.
   */
  private static String reason(Throwable failure) {
    var innermost = failure;
    for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) innermost = cause;
    var message = innermost.getMessage();
    if (message == null || message.isBlank()) return innermost.getClass().getSimpleName();

    var line = message.strip().lines().findFirst().orElse("");
    return switch (innermost) {
      case NoSuchFileException _ -> "there is no file " + line;
      case AccessDeniedException _ -> "access denied to " + line;
      case UnknownHostException _ -> "unknown host " + line;
      default -> line;
    };
  }
}
