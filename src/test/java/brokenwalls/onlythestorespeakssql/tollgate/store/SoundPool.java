package brokenwalls.onlythestorespeakssql.tollgate.store;

import io.vertx.sqlclient.Pool;

record SoundPool(Pool pool) {}
