package tollgate.load.ground;

/**
 * How much of each; every one is a property {@code load.NAME} too.
 *
 * @param rate top-ups started in a second
 * @param warm how long a new gateway is warmed up before anything is measured, in seconds
 * @param seconds how long a rate is held
 * @param storm payments that wait for a storm of callbacks
 * @param expiring payments with one limit second
 * @param postings what the book is filled up to
 * @param turns of a storm and its floor, and of each kind of start
 * @param floorSeconds how long each floor is laid
 * @param pollSeconds how long status is asked for, in each model
 */
public record Sizes(
    int rate,
    int warm,
    int seconds,
    int storm,
    int expiring,
    int postings,
    int turns,
    int floorSeconds,
    int pollSeconds) {

  private static final Sizes SMALL = new Sizes(200, 5, 3, 2_000, 3_000, 20_000, 1, 2, 1);
  private static final Sizes FULL = new Sizes(500, 40, 30, 20_000, 100_000, 1_000_000, 3, 10, 8);

  /** Those of a quick look, where no property says otherwise. */
  public static Sizes small() {
    return SMALL.asked();
  }

  public static Sizes full() {
    return FULL.asked();
  }

  private Sizes asked() {
    return new Sizes(
        asked("rate", rate),
        asked("warm", warm),
        asked("seconds", seconds),
        asked("storm", storm),
        asked("expiring", expiring),
        asked("postings", postings),
        asked("turns", turns),
        asked("floorSeconds", floorSeconds),
        asked("pollSeconds", pollSeconds));
  }

  private static int asked(String name, int usual) {
    var written = System.getProperty("load." + name, "").strip();
    return written.isEmpty() ? usual : Integer.parseInt(written.replace("_", ""));
  }
}
