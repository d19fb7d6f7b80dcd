package tollgate.engine;

/**
 * The gateway cannot take this in now; whoever asked must ask again. Carries no stack: it is load.
 */
public final class Unavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Unavailable(String why) {
    super(why, null, false, false);
  }
}
