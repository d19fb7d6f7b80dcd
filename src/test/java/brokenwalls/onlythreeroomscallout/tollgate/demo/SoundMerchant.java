package brokenwalls.onlythreeroomscallout.tollgate.demo;

import io.vertx.core.http.HttpClient;

record SoundMerchant(HttpClient client) {}
