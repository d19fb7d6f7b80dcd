package brokenwalls.noclockandnodiceinthepure.tollgate.ledger;

import java.time.Clock;

final class HoleClock {
  Clock answer() {
    return Clock.systemUTC();
  }
}
