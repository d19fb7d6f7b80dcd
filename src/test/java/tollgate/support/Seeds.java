package tollgate.support;

/**
 * Runs a law many times, each with a seed of its own; a failure names the seed that breaks it.
 *
 * <p>Seeds count up from 1, so a build is the same every time. {@code -Dseed=7} runs that seed
 * alone; {@code -Dseeds=100000} runs so many instead of what the law asks for.
 */
public final class Seeds {

  private Seeds() {}

  /** What must hold for everything that can be drawn. */
  @FunctionalInterface
  public interface Law {
    void holdsFor(Draws draws) throws Exception;
  }

  public static void each(int count, Law law) {
    var only = Long.getLong("seed");
    if (only != null) {
      one(only, law);
      return;
    }
    int last = Integer.getInteger("seeds", count);
    for (int seed = 1; seed <= last; seed++) one(seed, law);
  }

  private static void one(long seed, Law law) {
    try {
      law.holdsFor(new Draws(seed));
    } catch (Throwable broken) {
      throw new AssertionError("broken by -Dseed=" + seed + ": " + broken.getMessage(), broken);
    }
  }
}
