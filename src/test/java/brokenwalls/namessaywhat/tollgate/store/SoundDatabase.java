package brokenwalls.namessaywhat.tollgate.store;

record SoundDatabase(String name) {}
