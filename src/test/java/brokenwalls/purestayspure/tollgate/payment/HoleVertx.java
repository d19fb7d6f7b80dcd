package brokenwalls.purestayspure.tollgate.payment;

import io.vertx.core.Vertx;

record HoleVertx(Vertx vertx) {}
