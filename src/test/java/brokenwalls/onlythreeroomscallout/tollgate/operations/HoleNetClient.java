package brokenwalls.onlythreeroomscallout.tollgate.operations;

import io.vertx.core.net.NetClient;

record HoleNetClient(NetClient client) {}
