package brokenwalls.nothingblocks.tollgate;

import java.util.concurrent.CountDownLatch;

record SoundTop(CountDownLatch stopped) {}
