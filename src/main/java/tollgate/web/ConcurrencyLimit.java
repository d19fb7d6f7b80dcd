package tollgate.web;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many requests may be worked on at once, learned from how long they take, and from how long
 * those take that have no answer yet: behind a database that hangs none ends, and that must be seen
 * before it is full of them.
 *
 * <p>While requests take little more than they do without load, there may be as many as are done in
 * the time that one may take (Little's law), and twice as many as there were; below its start it
 * comes back by halves, beyond it grows by eighths. In between it stays: commits are groups, which
 * get longer as there is more to do, and better. When many are slow, in two windows one after the
 * other, it shrinks to less than there were. One slow moment changes nothing: what waited for it is
 * work done soon after, and not overload.
 *
 * <p>Time comes in as an argument, in nanoseconds of any clock that only goes forward. Safe from
 * any thread.
 */
final class ConcurrencyLimit {

  /** Fewer requests in a window say nothing. */
  private static final int REQUESTS_MIN = 10;

  /** This many of a hundred slow requests are too many. */
  private static final int SLOW_PERCENT = 10;

  /** Near their duration without load are those that take no more than so many times as long. */
  private static final int NEAR_TIMES = 2;

  /** Or this part of what is slow, whichever is longer. */
  private static final int NEAR_PART = 4;

  /** So many windows, and most of a lasting change is taken for what requests take without load. */
  private static final int WINDOWS_TO_FORGET = 256;

  /** What a request that has ended says of how much can be done. */
  enum Said {
    DONE,
    /** It was not done at all, for want of room somewhere. */
    DROPPED,
    /** Refused for what it was, or waiting for news: it was hardly work. */
    NOTHING
  }

  /** One of the requests that are worked on. */
  static final class Place {

    private final long since;

    private Place(long since) {
      this.since = since;
    }
  }

  private final WebOptions.Shedding options;

  /** The oldest first. */
  private final Set<Place> inFlight = new LinkedHashSet<>();

  private int limit;

  /** What requests take on average without load, in nanoseconds; none was seen yet at 0. */
  private long unloaded;

  private boolean wasSlow;

  // The window that is open.
  private long since;
  private int done;
  private long doneNanos;
  private int dropped;
  private int slow;
  private int most;

  ConcurrencyLimit(WebOptions.Shedding options, long now) {
    this.options = options;
    limit = options.atOnceStart();
    since = now;
  }

  synchronized int limit() {
    return limit;
  }

  /** Requests that are worked on. */
  synchronized int working() {
    return inFlight.size();
  }

  /** Null: there are as many as there may be. Whoever came in must leave. */
  synchronized @Nullable Place enter(long now) {
    judge(now);
    if (inFlight.size() >= limit) return null;

    var place = new Place(now);
    inFlight.add(place);
    most = Math.max(most, inFlight.size());
    return place;
  }

  /** Only the first time counts. */
  synchronized void leave(Place place, Said said, long now) {
    if (!inFlight.remove(place)) return;

    long nanos = now - place.since;
    if (said == Said.DONE) {
      done++;
      doneNanos += nanos;
    }
    if (said == Said.DROPPED) dropped++;
    if (said == Said.DROPPED || (said == Said.DONE && isSlow(nanos))) slow++;
    judge(now);
  }

  private boolean isSlow(long nanos) {
    return nanos > options.slow().toNanos();
  }

  private void judge(long now) {
    if (now - since < options.window().toNanos()) return;

    int overdue = overdue(now);
    int all = done + dropped + overdue;
    if (all < REQUESTS_MIN) return;

    learn((slow + overdue) * 100 > SLOW_PERCENT * all, now);
    since = now;
    done = 0;
    doneNanos = 0;
    dropped = 0;
    slow = 0;
    most = inFlight.size();
  }

  /** Those in flight that are slow already. */
  private int overdue(long now) {
    int count = 0;
    for (var place : inFlight) {
      if (!isSlow(now - place.since)) break;
      count++;
    }
    return count;
  }

  private void learn(boolean isSlow, long now) {
    if (isSlow && wasSlow) limit = bounded(Math.min(limit, most) * 3 / 4);
    else if (!isSlow && done > 0) grow(doneNanos / done, now);
    wasSlow = isSlow;
  }

  private void grow(long average, long now) {
    var forgotten = unloaded + (average - unloaded) / WINDOWS_TO_FORGET;
    unloaded = unloaded == 0 ? average : Math.min(average, forgotten);
    var near = Math.max(NEAR_TIMES * unloaded, options.slow().toNanos() / NEAR_PART);
    if (average > near) return;

    if (limit < options.atOnceStart()) {
      limit = Math.min(limit + limit / 2 + 1, options.atOnceStart());
    } else if (limit < Math.max(2L * most, doneInTime(now))) {
      limit = bounded(limit + limit / 8 + 1);
    }
  }

  /** As many as are done in the time that one may take. */
  private long doneInTime(long now) {
    return (long) (options.slow().toNanos() * ((double) done / (now - since)));
  }

  private int bounded(int wanted) {
    return Math.clamp(wanted, options.atOnceMin(), options.atOnceMax());
  }
}
