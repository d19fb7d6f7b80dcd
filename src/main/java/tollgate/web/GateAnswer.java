package tollgate.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;

/** What a merchant hears at once: an HTTP status and a JSON body. */
record GateAnswer(int status, Json.Obj body) {

  private static final CharSequence JSON =
      HttpHeaders.createOptimized("application/json; charset=utf-8");
  private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
  private static final CharSequence ONE_SECOND = HttpHeaders.createOptimized("1");

  /** Which request is answered, as far as it is known by then. */
  record Known(@Nullable String requestId, @Nullable Long project, @Nullable String paymentId) {
    static final Known NOTHING = new Known(null, null, null);
  }

  static GateAnswer ok(Json.Obj body) {
    return new GateAnswer(200, body);
  }

  /** The shape of gate-api, section 5.2. */
  static GateAnswer refused(GateRefusal refusal, Known known) {
    var first = refusal.mistakes().getFirst().code();
    var body =
        Json.object()
            .put("status", "error")
            .put("code", first.digits())
            .put("message", first.message());
    if (known.requestId() != null) body.put("request_id", known.requestId());
    if (known.project() != null) body.put("project_id", known.project());
    if (known.paymentId() != null) body.put("payment_id", known.paymentId());
    body.put("errors", Json.array(refusal.mistakes().stream().map(Mistake::json).toList()));
    return new GateAnswer(refusal.status(), body.build());
  }

  void send(HttpServerResponse response) {
    if (response.ended() || response.closed()) return;

    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
        .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
    if (status == 503) response.putHeader(HttpHeaders.RETRY_AFTER, ONE_SECOND);
    response.end(Buffer.buffer(body.bytes()));
  }
}
