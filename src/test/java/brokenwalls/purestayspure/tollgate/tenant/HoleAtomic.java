package brokenwalls.purestayspure.tollgate.tenant;

import java.util.concurrent.atomic.AtomicLong;

record HoleAtomic(AtomicLong count) {}
