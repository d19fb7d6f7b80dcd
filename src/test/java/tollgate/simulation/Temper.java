package tollgate.simulation;

import tollgate.simulation.dialect.Dialect;
import tollgate.simulation.dialect.Dialect.Trait;
import tollgate.support.Draws;

/**
 * How one order will go at the provider, as far as that provider can.
 *
 * @param patience seconds until the customer or the provider decides; 0 is before our own reply
 * @param takesLess it takes another amount than was agreed
 * @param contradicts having taken the money it also says that it declined
 * @param changesItsMind having declined it takes the money after all
 * @param paysTwice the customer pays again, by the same form
 * @param isSilent it sends no callback and must be asked
 */
record Temper(
    int patience,
    boolean decides,
    boolean pays,
    boolean declinesAtOnce,
    boolean takesLess,
    boolean contradicts,
    boolean changesItsMind,
    boolean paysTwice,
    boolean isSilent) {

  /** Seconds that a customer may need to the provider's page. */
  private static final int ON_THE_WAY = 10;

  /**
   * {@code limit}: seconds after which we decline; many decide close to it, some long after. {@code
   * fair}: no answer will be lost, and nobody sleeps.
   */
  static Temper of(Draws draws, int limit, Dialect dialect, boolean fair) {
    var patience =
        switch (draws.below(6)) {
          case 0 -> 0;
          case 1 -> Math.max(0, limit - 3 + draws.below(6));
          case 2 -> limit + draws.below(limit + 60);
          default -> draws.below(Math.max(1, Math.min(limit, 900)));
        };
    var contradicts = draws.percent(6);
    var changesItsMind = draws.percent(15);
    var paysTwice = dialect.is(Trait.PAID_TWICE) && draws.percent(8);
    var isTold = contradicts || changesItsMind || paysTwice;
    var isFound = fair && isFoundAtTheEnd(dialect, patience, limit);
    var silence = dialect.is(Trait.CANCELS_SURELY) ? 20 : isFound ? 90 : 0;
    return new Temper(
        patience,
        draws.percent(90),
        draws.percent(70),
        draws.percent(7),
        dialect.is(Trait.TAKES_LESS) && draws.percent(6),
        contradicts,
        changesItsMind,
        paysTwice,
        !isTold && draws.percent(silence));
  }

  /** Where nothing can be cancelled, the provider is asked once more, which is heard. */
  private static boolean isFoundAtTheEnd(Dialect dialect, int patience, int limit) {
    return !dialect.is(Trait.CANNOT_BE_ASKED) && patience + ON_THE_WAY < limit;
  }
}
