package tollgate.outside;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tollgate.payment.Effect;

/**
 * The way to one verticle. Decided comes before told: while there are more events than one batch
 * takes, or more payments are due than one look takes, what may wait stands in line here, so that
 * ten thousand payments due in one second are all declined before processors are spent on telling
 * of the first. Then it goes on in the order in which it came, as fast as the verticle is through
 * with it. Safe from any thread.
 */
final class Line {

  /** Until we look again whether there is less to decide. */
  private static final long LOOK_MILLIS = 5;

  /**
   * Its limits.
   *
   * @param takenMax parcels that somebody waits for, in wait or at the verticle
   * @param mayWaitMax the same of those that may wait: they take no place of the others
   * @param atOnceMax of these the verticle may have while others stand in line
   * @param waitMax after so long a parcel goes on all the same; much less than the outbox's lease
   */
  record Limits(int takenMax, int mayWaitMax, int atOnceMax, Duration waitMax) {}

  private record Standing(Parcel.Work parcel, long since) {}

  private record Places(AtomicInteger taken, int max) {

    Places(int max) {
      this(new AtomicInteger(), max);
    }

    @Nullable Slot take() {
      return Slot.take(taken, max);
    }

    int room() {
      return Math.max(0, max - taken.get());
    }
  }

  private final Vertx vertx;
  private final Limits limits;
  private final BooleanSupplier behind;
  private final Consumer<Parcel.Work> goes;
  private final Places mayNotWait;
  private final Places mayWait;
  private final AtomicInteger length = new AtomicInteger();
  private final Queue<Standing> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean watched = new AtomicBoolean();

  /** {@code behind} says whether decisions wait, {@code goes} sends a parcel on its way. */
  Line(Vertx vertx, Limits limits, BooleanSupplier behind, Consumer<Parcel.Work> goes) {
    this.vertx = vertx;
    this.limits = limits;
    this.behind = behind;
    this.goes = goes;
    mayNotWait = new Places(limits.takenMax());
    mayWait = new Places(limits.mayWaitMax());
  }

  /** A place for it until the verticle is through with it; null when there is none. */
  @Nullable Slot place(Effect effect) {
    return places(effect).take();
  }

  boolean isFull(Effect effect) {
    return places(effect).room() == 0;
  }

  /** How many more find a place, whatever they are. */
  int room() {
    return Math.min(mayNotWait.room(), mayWait.room());
  }

  private Places places(Effect effect) {
    return effect.mayWait() ? mayWait : mayNotWait;
  }

  /** Parcels that wait here or that the verticle is not through with. */
  int held() {
    return mayNotWait.taken().get() + mayWait.taken().get();
  }

  /** At once when nobody stands in line and nothing has to be decided first. */
  void take(Parcel.Work parcel) {
    if (!parcel.duty().effect().mayWait() || (length.get() == 0 && !behind.getAsBoolean())) {
      goes.accept(parcel);
      return;
    }
    length.incrementAndGet();
    queue.add(new Standing(parcel, now()));
    watch();
  }

  private void watch() {
    if (!queue.isEmpty() && watched.compareAndSet(false, true)) {
      vertx.setTimer(LOOK_MILLIS, _ -> look());
    }
  }

  /** One at a time looks, so the order stays. */
  private void look() {
    for (var first = queue.peek(); first != null && mayGo(first); first = queue.peek()) {
      queue.remove();
      length.decrementAndGet();
      goes.accept(first.parcel());
    }
    watched.set(false);
    watch();
  }

  private boolean mayGo(Standing first) {
    if (now() - first.since() >= limits.waitMax().toNanos()) return true;

    return !behind.getAsBoolean() && mayWait.taken().get() - length.get() < limits.atOnceMax();
  }

  private static long now() {
    return System.nanoTime();
  }
}
