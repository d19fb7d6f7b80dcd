package tollgate.peer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** The merchant's side of Tollgate: takes every webhook, and hands redirects to those who wait. */
final class Merchant {

  private final Vertx vertx;
  private final Map<String, Promise<JsonObject>> waiting = new HashMap<>();
  private int port;

  Merchant(Vertx vertx) {
    this.vertx = vertx;
  }

  Future<Void> listen() {
    return vertx
        .createHttpServer()
        .requestHandler(request ->
            request
                .body()
                .onSuccess(body -> {
                  request.response().end();
                  take(body.toString());
                }))
        .listen(0, "127.0.0.1")
        .onSuccess(server -> port = server.actualPort())
        .mapEmpty();
  }

  String url() {
    return "http://127.0.0.1:" + port + "/hook";
  }

  /** The form by which the customer of this payment is sent to the provider. */
  Future<JsonObject> expect(String payment) {
    var promise = Promise.<JsonObject>promise();
    waiting.put(payment, promise);
    return promise.future();
  }

  void forget(String payment) {
    waiting.remove(payment);
  }

  /** The final webhook is only acknowledged: a merchant's own work is not what is measured. */
  private void take(String body) {
    if (!body.contains("\"redirect_data\"")) return;

    var webhook = new JsonObject(body);
    var promise = waiting.get(webhook.getJsonObject("payment").getString("id"));
    if (promise == null) return;
    promise.tryComplete(webhook.getJsonObject("redirect_data").getJsonObject("body"));
  }
}
