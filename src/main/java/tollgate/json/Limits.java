package tollgate.json;

/**
 * How much JSON one message may hold.
 *
 * @param bytesMax bytes of the whole message
 * @param depthMax objects and lists inside one another; a scalar alone has depth 0
 * @param textLengthMax UTF-16 units of one string or one member name
 * @param numberLengthMax characters of one number
 */
public record Limits(int bytesMax, int depthMax, int textLengthMax, int numberLengthMax) {

  /** Reading recurses once a level, so the depth has a bound of its own. */
  static final int DEPTH_CEILING = 256;

  /** What a request, a callback or a provider's answer may hold: 64 KiB, 32 levels, 40 digits. */
  public static final Limits MESSAGE = new Limits(64 * 1024, 32, 64 * 1024, 40);

  /**
   * Checks that the limits can be kept.
   *
   * @throws IllegalArgumentException if a limit is not positive, or the depth is past its ceiling
   */
  public Limits {
    if (bytesMax < 1 || textLengthMax < 1 || numberLengthMax < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
    if (depthMax < 1 || depthMax > DEPTH_CEILING) {
      throw new IllegalArgumentException("depth is 1 to " + DEPTH_CEILING);
    }
  }
}
