package tollgate.web;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import tollgate.payment.Code;

/** How long a question about a payment may wait for news: {@code ?wait=}, whole seconds. */
final class WaitTime {

  private static final String NAME = "wait";
  private static final int SECONDS_MAX = 30;

  private WaitTime() {}

  /** Zero when nothing is said. Throws {@link GateRefusal}. */
  static Duration of(HttpServerRequest request) {
    var query = request.query();
    var time = Duration.ZERO;
    if (query == null) return time;

    for (var part : query.split("&", -1)) {
      if (!part.equals(NAME) && !part.startsWith(NAME + "=")) continue;
      if (!time.isZero()) throw malformed();
      time =
          Duration.ofSeconds(seconds(part.substring(Math.min(part.length(), NAME.length() + 1))));
    }
    return time;
  }

  private static int seconds(String digits) {
    if (!digits.matches("[1-9][0-9]?")) throw malformed();

    int seconds = Integer.parseInt(digits);
    if (seconds > SECONDS_MAX) throw malformed();
    return seconds;
  }

  private static GateRefusal malformed() {
    return GateRefusal.of(
        400,
        Code.VALIDATION_ERROR,
        NAME,
        "must be a whole number of seconds from 1 to " + SECONDS_MAX + ", once");
  }
}
