package tollgate.web;

/**
 * How much may be asked of the Data API.
 *
 * @param offsetMax operations that a page may skip; each costs a little, and beyond it an interval
 *     finds them at no cost
 * @param requestsPerSecond of one token on one node; 0: as many as it likes
 * @param atOnceMax questions that one node answers at a time, so that who reads registers takes no
 *     database from who pays
 */
public record DataOptions(int offsetMax, int requestsPerSecond, int atOnceMax) {

  public static final DataOptions USUAL = new DataOptions(100_000, 10, 4);

  public DataOptions {
    if (offsetMax < 0) throw new IllegalArgumentException("offsetMax must not be negative");
    if (requestsPerSecond < 0) {
      throw new IllegalArgumentException("requestsPerSecond must not be negative");
    }
    if (atOnceMax < 1) throw new IllegalArgumentException("atOnceMax must be positive");
  }
}
