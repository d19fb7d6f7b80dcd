package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tollgate.payment.Code;

/**
 * Whether whoever asks would rather wait for news than be answered at once: {@code ?wait=}, whole
 * seconds, and {@code &known=}, the status that is no news to him. Not signed: the worst that a
 * forger gains is a later answer.
 *
 * @param time zero: he would not
 * @param known absent: whatever is found at first is no news
 */
record Patience(Duration time, @Nullable String known) {

  static final Patience NONE = new Patience(Duration.ZERO, null);

  private static final String WAIT = "wait";
  private static final String KNOWN = "known";
  private static final int SECONDS_MAX = 30;

  /** Throws {@link GateRefusal}. */
  static Patience of(HttpServerRequest request) {
    var query = request.query();
    var patience = NONE;
    if (query == null) return patience;

    for (var part : query.split("&", -1)) patience = patience.with(part);
    return patience;
  }

  boolean isNone() {
    return time.isZero();
  }

  private Patience with(String part) {
    var equals = part.indexOf('=');
    var value = equals < 0 ? "" : part.substring(equals + 1);
    return switch (equals < 0 ? part : part.substring(0, equals)) {
      case WAIT -> new Patience(seconds(value), known);
      case KNOWN -> new Patience(time, known(value));
      case String _ -> this;
    };
  }

  private Duration seconds(String digits) {
    if (!isNone() || !digits.matches("[1-9][0-9]?")) throw malformed();

    int seconds = Integer.parseInt(digits);
    if (seconds > SECONDS_MAX) throw malformed();
    return Duration.ofSeconds(seconds);
  }

  private static GateRefusal malformed() {
    return refusal(WAIT, "must be a whole number of seconds from 1 to " + SECONDS_MAX + ", once");
  }

  private String known(String encoded) {
    if (known != null || encoded.isEmpty()) throw refusal(KNOWN, "must be a status, once");

    try {
      return URLDecoder.decode(encoded, UTF_8);
    } catch (IllegalArgumentException broken) {
      throw refusal(KNOWN, "is not percent-encoded");
    }
  }

  private static GateRefusal refusal(String field, String description) {
    return GateRefusal.of(400, Code.VALIDATION_ERROR, field, description);
  }
}
