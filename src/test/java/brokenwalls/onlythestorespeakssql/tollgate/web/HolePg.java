package brokenwalls.onlythestorespeakssql.tollgate.web;

import io.vertx.pgclient.PgConnectOptions;

record HolePg(PgConnectOptions options) {}
