package tollgate.sandbox.midtrans;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The store behind the header {@code Idempotency-Key} (K1 to K5). */
final class IdempotencyKeys {

  static final int KEY_LENGTH_MAX = 46;
  static final Duration KEPT_FOR = Duration.ofMinutes(5);

  private record Entry(@Nullable MidtransReply reply, Instant since) {}

  private final int keysMax;
  private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();

  IdempotencyKeys(int keysMax) {
    this.keysMax = keysMax;
  }

  /** The stored answer, or that the first call still runs; null if this call is the first. */
  synchronized @Nullable MidtransReply begin(String key, Instant now) {
    forgetOld(now);
    var entry = entries.get(key);
    if (entry != null) return entry.reply() == null ? MidtransReply.IN_PROGRESS : entry.reply();

    entries.put(key, new Entry(null, now));
    return null;
  }

  /** Only successful answers are kept (K2). */
  synchronized void end(String key, MidtransReply reply, Instant now) {
    entries.remove(key);
    if (reply.successful()) entries.put(key, new Entry(reply, now));
  }

  private void forgetOld(Instant now) {
    var eldest = entries.entrySet().iterator();
    while (eldest.hasNext() && isOver(eldest.next(), now)) eldest.remove();
  }

  private boolean isOver(Map.Entry<String, Entry> entry, Instant now) {
    return entries.size() > keysMax || !now.isBefore(entry.getValue().since().plus(KEPT_FOR));
  }
}
