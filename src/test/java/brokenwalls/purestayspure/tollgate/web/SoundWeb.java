package brokenwalls.purestayspure.tollgate.web;

import io.vertx.core.Vertx;

record SoundWeb(Vertx vertx) {}
