package tollgate.signing;

import java.io.Serial;

/** Why a query cannot be read, in words for the programmer who made it. */
public final class QueryRefused extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String parameter;

  QueryRefused(String parameter, String words) {
    super(words, null, false, false);
    this.parameter = parameter;
  }

  /** Which parameter; empty when its name is what cannot be read. */
  public String parameter() {
    return parameter;
  }

  public String words() {
    return String.valueOf(getMessage());
  }
}
