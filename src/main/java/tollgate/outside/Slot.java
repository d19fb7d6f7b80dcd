package tollgate.outside;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A place among the duties that one verticle may hold. Given back once, however often one tries.
 */
final class Slot {

  private final AtomicInteger taken;
  private final AtomicBoolean held = new AtomicBoolean(true);

  private Slot(AtomicInteger taken) {
    this.taken = taken;
  }

  /** A place out of those {@code taken} counts; null when {@code max} are taken already. */
  static @Nullable Slot take(AtomicInteger taken, int max) {
    if (taken.incrementAndGet() <= max) return new Slot(taken);

    taken.decrementAndGet();
    return null;
  }

  void free() {
    if (held.compareAndSet(true, false)) taken.decrementAndGet();
  }
}
