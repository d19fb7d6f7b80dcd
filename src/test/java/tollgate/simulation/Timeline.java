package tollgate.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import tollgate.engine.VirtualClock;

/** What happens when, on a clock that jumps from one thing to the next. */
final class Timeline {

  private record Entry(Instant at, long number, Runnable what) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry that) {
      var byTime = at.compareTo(that.at);
      return byTime == 0 ? Long.compare(number, that.number) : byTime;
    }
  }

  private final VirtualClock clock;
  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long number;

  Timeline(VirtualClock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  void after(Duration delay, Runnable what) {
    entries.add(new Entry(now().plus(delay), number++, what));
  }

  /** When the next thing happens; far away when nothing will. */
  Instant next() {
    var first = entries.peek();
    return first == null ? Instant.MAX : first.at();
  }

  /** Lets the next thing happen. */
  void step() {
    var first = entries.remove();
    clock.moveTo(first.at());
    first.what().run();
  }

  /** Something that nobody has planned happens now. */
  void jump(Instant to, Runnable what) {
    clock.moveTo(to);
    what.run();
  }
}
