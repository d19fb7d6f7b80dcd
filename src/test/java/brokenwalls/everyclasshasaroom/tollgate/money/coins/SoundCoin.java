package brokenwalls.everyclasshasaroom.tollgate.money.coins;

record SoundCoin(long minor) {}
