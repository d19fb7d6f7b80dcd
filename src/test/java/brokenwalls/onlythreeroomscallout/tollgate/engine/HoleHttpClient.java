package brokenwalls.onlythreeroomscallout.tollgate.engine;

import io.vertx.core.http.HttpClient;

record HoleHttpClient(HttpClient client) {}
