package brokenwalls.onlythreeroomscallout.tollgate.outside;

import io.vertx.ext.web.client.WebClient;

record SoundCaller(WebClient client) {}
