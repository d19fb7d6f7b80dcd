package brokenwalls.whoknowswhom.tollgate.money;

import brokenwalls.whoknowswhom.tollgate.engine.Known;

interface HoleMoney {
  Known[] known();
}
