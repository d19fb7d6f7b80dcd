package tollgate.simulation;

import tollgate.support.Draws;

/**
 * How one order will go at the provider.
 *
 * @param patience seconds until the customer or the provider decides; 0 is before our own reply
 * @param takesLess it takes another amount than was agreed
 * @param contradicts having taken the money it also says that it declined
 * @param changesItsMind having declined it takes the money after all
 * @param isSilent it sends no callback and must be asked; only one that can be cancelled and does
 *     not lie may be silent, for nobody could find out about money taken in silence after the end
 */
record Temper(
    int patience,
    boolean decides,
    boolean pays,
    boolean declinesAtOnce,
    boolean takesLess,
    boolean contradicts,
    boolean changesItsMind,
    boolean isSilent,
    boolean knowsCancel) {

  /** {@code limit}: seconds after which we decline; many decide close to it, some long after. */
  static Temper of(Draws draws, int limit) {
    var patience =
        switch (draws.below(6)) {
          case 0 -> 0;
          case 1 -> Math.max(0, limit - 3 + draws.below(6));
          case 2 -> limit + draws.below(limit + 60);
          default -> draws.below(Math.max(1, Math.min(limit, 900)));
        };
    var knowsCancel = draws.percent(60);
    var contradicts = draws.percent(6);
    var changesItsMind = draws.percent(15);
    var isSilent = knowsCancel && !contradicts && !changesItsMind && draws.percent(20);
    return new Temper(
        patience,
        draws.percent(90),
        draws.percent(70),
        draws.percent(7),
        draws.percent(6),
        contradicts,
        changesItsMind,
        isSilent,
        knowsCancel);
  }
}
