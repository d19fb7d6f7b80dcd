package tollgate.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The merchant's side: takes every webhook, hands it to the flow that waits for it, and keeps its own
 * book of what it was told, against which the gateway's is checked.
 */
final class Sink {

  /** Who waits for the webhooks of one payment. */
  interface Flow {

    /** The intermediate webhook as it came: the flow reads of it what it needs, and no more. */
    void redirected(String webhook);

    void ended(String status);
  }

  private static final long DRAIN_SECONDS_MAX = 60;

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
                          take(body);
                        }))
        .listen(0, "127.0.0.1")
        .map(HttpServer::actualPort);
  }

  void expect(String paymentId, Flow flow) {
    flows.put(paymentId, flow);
  }

  /** Nothing will come for it: it was not taken. */
  void forget(String paymentId) {
    flows.remove(paymentId);
  }

  /** A final webhook is read by its first words alone: the merchant's own work is not measured. */
  private void take(Buffer body) {
    var text = body.toString();
    var id = member(text, "\"payment\":{\"id\":\"");
    if (text.contains("\"redirect_data\"")) {
      intermediates++;
      var flow = flows.get(id);
      if (flow != null) flow.redirected(text);
      return;
    }
    var status = member(text, "\"status\":\"");
    finals++;
    if (status.equals("success")) succeeded.add(id);
    var flow = flows.remove(id);
    if (flow == null) strangers++;
    else flow.ended(status);
  }

  /** What follows {@code before} up to the next quote: a member of JSON that has no escapes. */
  static String member(String text, String before) {
    var start = text.indexOf(before) + before.length();
    return text.substring(start, text.indexOf('"', start));
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

  /** Completes when nobody waits any more, or after a minute: webhooks may lag behind a storm. */
  Future<Void> drained() {
    var promise = Promise.<Void>promise();
    var ends = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS_MAX);
    vertx.setPeriodic(
        20,
        timer -> {
          if (waiting() > 0 && System.nanoTime() < ends) return;
          vertx.cancelTimer(timer);
          promise.complete();
        });
    return promise.future();
  }

  int waiting() {
    return flows.size();
  }
}
