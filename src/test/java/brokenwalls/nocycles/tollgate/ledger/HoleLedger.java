package brokenwalls.nocycles.tollgate.ledger;

import brokenwalls.nocycles.tollgate.money.HoleMoney;

public record HoleLedger(HoleMoney money) {}
