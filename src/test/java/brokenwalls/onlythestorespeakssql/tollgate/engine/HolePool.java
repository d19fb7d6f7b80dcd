package brokenwalls.onlythestorespeakssql.tollgate.engine;

import io.vertx.sqlclient.Pool;

record HolePool(Pool pool) {}
