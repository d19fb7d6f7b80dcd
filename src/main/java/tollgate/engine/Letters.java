package tollgate.engine;

import tollgate.payment.Link;

/** Writes what customers are mailed. Pure: the same link gives the same letter. */
@FunctionalInterface
public interface Letters {

  /** With a link that is mailed; {@link IllegalArgumentException} where it cannot be. */
  Letter write(Link link);
}
