package brokenwalls.onlythreeroomscallout.tollgate.web;

import io.vertx.ext.web.client.WebClient;

record HoleWebClient(WebClient client) {}
