package tollgate.engine;

/** An account would have gone below zero: nothing was kept, and the decision must be made again. */
public final class Overdrawn extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Overdrawn(String message) {
    super(message);
  }
}
