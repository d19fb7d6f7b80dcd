package brokenwalls.nothingblocks.tollgate.outside;

import java.util.concurrent.CountDownLatch;

record HoleLatch(CountDownLatch latch) {}
