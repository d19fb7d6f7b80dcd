package tollgate.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;

/**
 * What was told of one transaction, to the byte and with what was signed: the provider's side of a
 * question that merchants ask their own side too.
 */
record Told(Kept kept) {

  /** How Tollgate's own doctor is asked; only its operator has that port and its token. */
  private static final String ASK =
      "curl -s -H \"Authorization: Bearer $TOLLGATE_ADMIN_TOKEN\""
          + " -H 'Content-Type: application/json'"
          + " http://127.0.0.1:9091/admin/v1/centres/demo/gateways/";

  JsonObject json() {
    var all = new JsonArray();
    for (var attempt : kept.attempts().all()) all.add(json(attempt));
    return new JsonObject().put("id", kept.id()).put("attempts", all);
  }

  private JsonObject json(AttemptLog.Attempt attempt) {
    var message = attempt.message();
    var sent = sent(attempt.callback().url(), message);
    return attempt
        .told()
        .put("sent", sent)
        .put("signed", kept.signing(message).told())
        .put("ask", ask(gateway(attempt.callback().url()), sent));
  }

  private static String ask(String gateway, JsonObject sent) {
    return ASK + gateway + "/callbacks/examine -d @- <<'END'\n" + sent.encode() + "\nEND\n";
  }

  /** As the callback doctor takes it. */
  static JsonObject sent(String url, Callback.Message message) {
    var headers = new JsonObject();
    message.headers().forEach(headers::put);
    var query = URI.create(message.address(url)).getRawQuery();
    return new JsonObject()
        .put("method", message.method().name())
        .put("query", query == null ? "" : query)
        .put("headers", headers)
        .put("body", message.body());
  }

  /** The last part of the address; a merchant that is no Tollgate sees its own there. */
  static String gateway(String url) {
    var path = URI.create(url).getPath();
    return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
  }
}
