package brokenwalls.purestayspure.tollgate.gate;

import io.vertx.core.json.JsonObject;

record HoleJsonObject(JsonObject json) {}
