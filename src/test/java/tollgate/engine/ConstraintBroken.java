package tollgate.engine;

/** The database will not have this row, now or ever. */
public final class ConstraintBroken extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ConstraintBroken(String which) {
    super(which);
  }
}
