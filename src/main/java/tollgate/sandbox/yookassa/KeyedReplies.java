package tollgate.sandbox.yookassa;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was answered under which {@code Idempotence-Key} (B.1). */
final class KeyedReplies {

  /** The message that had the key, and what it heard. */
  record Kept(String message, JsonObject answer) {}

  private final Map<String, Kept> kept;

  KeyedReplies(int keysMax) {
    this.kept =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > keysMax;
          }
        };
  }

  synchronized @Nullable Kept of(String key) {
    return kept.get(key);
  }

  synchronized void keep(String key, String message, JsonObject answer) {
    kept.put(key, new Kept(message, answer));
  }
}
