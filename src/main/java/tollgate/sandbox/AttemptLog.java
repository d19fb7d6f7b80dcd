package tollgate.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;

/** What was sent for one transaction and what came back; shared by all versions of it. */
public final class AttemptLog {

  /**
   * One try to deliver one callback.
   *
   * @param spoil in which way it was spoilt; the same version of a transaction, spoilt the same
   *     way, gives the same message again
   */
  public record Attempt(Instant at, Callback callback, int number, Spoil spoil, String answer) {

    Callback.Message message() {
      return callback.message().apply(spoil);
    }

    JsonObject told() {
      return new JsonObject()
          .put("at", at.toString())
          .put("state", callback.state())
          .put("attempt", number)
          .put("url", callback.url())
          .put("answer", answer);
    }
  }

  private static final int ATTEMPTS_MAX = 200;

  private final ArrayDeque<Attempt> attempts = new ArrayDeque<>(2);

  public synchronized void add(Attempt attempt) {
    if (attempts.size() == ATTEMPTS_MAX) attempts.removeFirst();
    attempts.addLast(attempt);
  }

  public JsonArray told() {
    var all = new JsonArray();
    all().forEach(attempt -> all.add(attempt.told()));
    return all;
  }

  /** Oldest first. */
  synchronized List<Attempt> all() {
    return List.copyOf(attempts);
  }
}
