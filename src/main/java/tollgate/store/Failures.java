package tollgate.store;

import io.vertx.pgclient.PgException;
import tollgate.engine.Overdrawn;
import tollgate.engine.Unavailable;

/**
 * What a failed statement means. Decided by SQLSTATE alone: on a distributed PostgreSQL constraint
 * names are not there.
 */
final class Failures {

  private Failures() {}

  /**
   * {@link Unavailable} when the outcome is unknown or the statement may succeed if it is tried
   * again: no connection (08), a lost race (40), no resources (53), an operator's doing (57), a
   * read-only server (25). {@link Overdrawn} when a check was violated (23514): all that can vary
   * is a balance. What the data itself caused otherwise stays as it is.
   */
  static Throwable of(Throwable failure) {
    if (failure instanceof Unavailable) return failure;
    if (!(failure instanceof PgException refused)) {
      return new Unavailable("database: " + failure.getMessage());
    }
    var state = refused.getSqlState();
    if ("23514".equals(state)) return new Overdrawn(String.valueOf(refused.getErrorMessage()));

    return switch (state == null ? "" : state.substring(0, Math.min(2, state.length()))) {
      case "", "08", "25", "40", "53", "55", "57" ->
          new Unavailable("database: " + state + " " + refused.getErrorMessage());
      default -> failure;
    };
  }
}
