package brokenwalls.nothingblocks.tollgate.engine;

import java.util.concurrent.locks.ReentrantLock;

record HoleLock(ReentrantLock lock) {}
