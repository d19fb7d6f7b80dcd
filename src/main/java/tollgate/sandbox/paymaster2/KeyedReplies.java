package tollgate.sandbox.paymaster2;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The store behind the header {@code Idempotency-Key}: the same body gets the same answer again,
 * another body is refused (2.4).
 */
final class KeyedReplies {

  private record Stored(String body, ApiReply reply) {}

  private final Map<String, Stored> entries;

  KeyedReplies(int keysMax) {
    entries =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Stored> eldest) {
            return size() > keysMax;
          }
        };
  }

  /** Only what was done is kept; a refusal may be mended under its key. */
  synchronized ApiReply once(String key, String body, Supplier<ApiReply> work) {
    var before = entries.get(key);
    if (before != null) {
      return before.body().equals(body)
          ? before.reply()
          : ApiReply.error(409, "idempotency_key_violation", "This key came with another body.");
    }
    var reply = work.get();
    if (reply.status() == 200) entries.put(key, new Stored(body, reply));
    return reply;
  }
}
