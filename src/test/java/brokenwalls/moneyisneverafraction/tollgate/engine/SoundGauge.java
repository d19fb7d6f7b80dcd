package brokenwalls.moneyisneverafraction.tollgate.engine;

record SoundGauge(double load) {}
