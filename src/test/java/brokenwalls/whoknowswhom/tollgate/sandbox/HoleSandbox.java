package brokenwalls.whoknowswhom.tollgate.sandbox;

import brokenwalls.whoknowswhom.tollgate.engine.Known;

record HoleSandbox(Known known) {}
