package tollgate.simulation;

import tollgate.support.Draws;

/**
 * How one refund will go at the provider.
 *
 * @param patience seconds until the provider decides; 0 is in its reply
 * @param says whether it also sends a callback, where it can; who lies does, or nobody could find
 *     out
 * @param contradicts having decided it also says the opposite
 */
record RefundTemper(int patience, boolean pays, boolean says, boolean contradicts) {

  /** {@code canTell}: it has callbacks about refunds. */
  static RefundTemper of(Draws draws, boolean canTell) {
    var contradicts = canTell && draws.percent(15);
    return new RefundTemper(
        draws.percent(60) ? 0 : draws.below(900),
        draws.percent(75),
        canTell && (contradicts || draws.percent(30)),
        contradicts);
  }
}
