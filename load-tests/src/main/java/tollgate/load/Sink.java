package tollgate.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The merchant's side: takes every webhook, hands it to the flow that waits for it, and keeps its own
 * book of what it was told, against which the gateway's is checked.
 */
final class Sink {

  /** Who waits for the webhooks of one payment. */
  interface Flow {

    void redirected(JsonObject redirect);

    void ended(String status);
  }

  private final Vertx vertx;
  private final Map<String, Flow> flows = new HashMap<>();
  private final Set<String> succeeded = new HashSet<>();
  private long intermediates;
  private long finals;
  private long strangers;

  Sink(Vertx vertx) {
    this.vertx = vertx;
  }

  Future<Integer> listen() {
    return vertx
        .createHttpServer()
        .requestHandler(
            request ->
                request
                    .body()
                    .onSuccess(
                        body -> {
                          request.response().end();
                          take(body.toJsonObject());
                        }))
        .listen(0, "127.0.0.1")
        .map(HttpServer::actualPort);
  }

  void expect(String paymentId, Flow flow) {
    flows.put(paymentId, flow);
  }

  private void take(JsonObject webhook) {
    var payment = webhook.getJsonObject("payment");
    var id = payment.getString("id");
    var status = payment.getString("status");
    var redirect = webhook.getJsonObject("redirect_data");
    if (redirect != null) {
      intermediates++;
      var flow = flows.get(id);
      if (flow != null) flow.redirected(redirect);
      return;
    }
    finals++;
    if (status.equals("success")) succeeded.add(id);
    var flow = flows.remove(id);
    if (flow == null) strangers++;
    else flow.ended(status);
  }

  /** Payments of which we were told that they succeeded, each once. */
  int succeeded() {
    return succeeded.size();
  }

  boolean hasSucceeded(String paymentId) {
    return succeeded.contains(paymentId);
  }

  long finals() {
    return finals;
  }

  long intermediates() {
    return intermediates;
  }

  /** Final webhooks that came twice, or that nobody waited for. */
  long strangers() {
    return strangers;
  }

  int waiting() {
    return flows.size();
  }
}
