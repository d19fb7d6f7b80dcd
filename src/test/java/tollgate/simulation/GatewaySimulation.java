package tollgate.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tollgate.support.Seeds;

/**
 * The whole gateway against everything that goes wrong. A failure names its seed: {@code -Dseed=7}
 * lives that life again; {@code -Dsimulation.seeds=100000} lives so many.
 */
class GatewaySimulation {

  private static final int SEEDS = Integer.getInteger("simulation.seeds", 300);

  private final Met met = new Met();

  @Test
  void noMoneyIsLostOrMadeUpAndEverybodyIsTold() {
    Seeds.each(
        SEEDS,
        draws -> {
          var world = new World(draws, Sabotage.NONE);
          world.live();
          met.read(world);
        });
    if (Long.getLong("seed") == null) assertThat(met.counts()).containsKeys(Met.ALL);
  }
}
