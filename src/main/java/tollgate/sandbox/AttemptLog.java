package tollgate.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;

/** What was sent for one transaction and what came back; shared by all versions of it. */
public final class AttemptLog {

  /** One try to deliver one callback. */
  public record Attempt(Instant at, String state, int number, String url, String answer) {

    JsonObject told() {
      return new JsonObject()
          .put("at", at.toString())
          .put("state", state)
          .put("attempt", number)
          .put("url", url)
          .put("answer", answer);
    }
  }

  private static final int ATTEMPTS_MAX = 200;

  private final ArrayDeque<Attempt> attempts = new ArrayDeque<>(2);

  public synchronized void add(Attempt attempt) {
    if (attempts.size() == ATTEMPTS_MAX) attempts.removeFirst();
    attempts.addLast(attempt);
  }

  public synchronized JsonArray told() {
    var all = new JsonArray();
    attempts.forEach(attempt -> all.add(attempt.told()));
    return all;
  }
}
