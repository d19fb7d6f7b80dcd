package brokenwalls.everyclasshasaroom.tollgate;

record SoundTop(long minor) {}
