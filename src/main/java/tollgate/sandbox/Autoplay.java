package tollgate.sandbox;

/**
 * A customer who needs no browser: does one thing, so many milliseconds after the payment appears.
 * For load tests and for trying things by curl.
 */
public record Autoplay(Action action, long afterMillis) {

  /** Nobody plays: a person, or the play API, has to. */
  public static final Autoplay NOBODY = new Autoplay(Action.LEAVE, 0);

  public Autoplay {
    if (afterMillis < 0) throw new IllegalArgumentException("afterMillis: " + afterMillis);
  }

  public static Autoplay pay(long afterMillis) {
    return new Autoplay(Action.PAY, afterMillis);
  }
}
