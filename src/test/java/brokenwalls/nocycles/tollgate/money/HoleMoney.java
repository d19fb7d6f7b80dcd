package brokenwalls.nocycles.tollgate.money;

import brokenwalls.nocycles.tollgate.ledger.HoleLedger;

public record HoleMoney(HoleLedger ledger) {}
