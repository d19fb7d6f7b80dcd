package brokenwalls.noclockandnodiceinthepure.tollgate.tenant;

import java.time.Instant;

final class SoundTime {
  Instant answer() {
    return Instant.EPOCH.plusSeconds(1);
  }
}
