package brokenwalls.noclockandnodiceinthepure.tollgate.tenant;

import java.util.Random;

final class HoleRandom {
  Random answer() {
    return new Random(7);
  }
}
