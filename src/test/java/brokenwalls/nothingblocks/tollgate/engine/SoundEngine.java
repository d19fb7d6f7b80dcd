package brokenwalls.nothingblocks.tollgate.engine;

import io.vertx.core.Future;

record SoundEngine(Future<String> some) {}
