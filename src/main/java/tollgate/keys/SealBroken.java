package tollgate.keys;

/** A sealed secret that cannot be opened. It names neither the secret nor its key's value. */
public final class SealBroken extends Exception {

  private static final long serialVersionUID = 1;

  SealBroken(String why) {
    super(why);
  }
}
