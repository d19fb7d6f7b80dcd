package brokenwalls.noclockandnodiceinthepure.tollgate.ledger;

import java.util.UUID;

final class HoleUuid {
  UUID answer() {
    return UUID.randomUUID();
  }
}
