package brokenwalls.noclockandnodiceinthepure.tollgate.payment;

import java.time.Instant;

final class HoleInstant {
  Instant answer() {
    return Instant.now();
  }
}
