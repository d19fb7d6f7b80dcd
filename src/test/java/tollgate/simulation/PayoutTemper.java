package tollgate.simulation;

import tollgate.support.Draws;

/**
 * How one payout will go at the provider.
 *
 * @param patience seconds until the provider decides; 0 is in its reply
 * @param refusesAtOnce its first reply is a no that names no payout
 * @param refusesRepeats to the same message again it says no, whatever became of the first
 * @param contradicts having decided it also says the opposite
 * @param isSilent it sends no callback and must be asked; only who does not lie may be silent, for
 *     nobody could find out
 */
record PayoutTemper(
    int patience,
    boolean pays,
    boolean refusesAtOnce,
    boolean refusesRepeats,
    boolean contradicts,
    boolean isSilent) {

  /** {@code limit}: seconds after which nothing more is sent that was not; many decide later. */
  static PayoutTemper of(Draws draws, int limit) {
    var patience =
        switch (draws.below(4)) {
          case 0 -> 0;
          case 1 -> limit + draws.below(limit + 60);
          default -> draws.below(Math.max(1, Math.min(limit, 900)));
        };
    var contradicts = draws.percent(5);
    return new PayoutTemper(
        patience,
        draws.percent(70),
        draws.percent(7),
        draws.percent(40),
        contradicts,
        !contradicts && draws.percent(30));
  }
}
