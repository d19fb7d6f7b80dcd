package tollgate.tenant;

/**
 * The smallest and the largest amount that may be, both included, in minor units of a currency that
 * whoever holds the bounds knows.
 */
public record Bounds(long min, long max) {

  /** Any amount there is. */
  public static final Bounds NONE = new Bounds(1, Long.MAX_VALUE);

  public Bounds {
    if (min < 1 || max < min) throw new IllegalArgumentException("bounds " + min + " to " + max);
  }

  public boolean contains(long minor) {
    return minor >= min && minor <= max;
  }

  public boolean meets(Bounds that) {
    return Math.max(min, that.min) <= Math.min(max, that.max);
  }

  /** What both allow; {@link IllegalArgumentException} when they do not meet. */
  public Bounds and(Bounds that) {
    var least = Math.max(min, that.min);
    var most = Math.min(max, that.max);
    return new Bounds(least, most);
  }
}
