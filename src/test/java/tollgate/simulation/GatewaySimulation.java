package tollgate.simulation;

import org.junit.jupiter.api.Test;
import tollgate.support.Seeds;

/**
 * The whole gateway against everything that goes wrong. A failure names its seed: {@code -Dseed=7}
 * lives that life again; {@code -Dsimulation.seeds=100000} lives so many.
 */
class GatewaySimulation {

  private static final int SEEDS = Integer.getInteger("simulation.seeds", 300);

  @Test
  void noMoneyIsLostOrMadeUpAndEverybodyIsTold() {
    Seeds.each(SEEDS, draws -> new World(draws, Sabotage.NONE).live());
  }
}
