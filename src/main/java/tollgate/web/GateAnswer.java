package tollgate.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;
import tollgate.engine.FirstAnswers;
import tollgate.json.Json;
import tollgate.payment.Code;

/**
 * What a merchant hears at once: an HTTP status and a JSON body.
 *
 * @param text the body as it is sent
 * @param retryAfterSeconds when the same request is worth another try; 0 when it is not
 */
record GateAnswer(int status, String text, int retryAfterSeconds) {

  private static final CharSequence JSON =
      HttpHeaders.createOptimized("application/json; charset=utf-8");
  private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

  /** Which request is answered, as far as it is known by then. */
  record Known(@Nullable String requestId, @Nullable Long project, @Nullable String paymentId) {
    static final Known NOTHING = new Known(null, null, null);
  }

  static GateAnswer ok(Json.Obj body) {
    return new GateAnswer(200, body.encode(), 0);
  }

  /** What was answered before, byte for byte. */
  static GateAnswer kept(FirstAnswers.Answer answer) {
    return new GateAnswer(answer.status(), answer.body(), 0);
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
    var retryAfterSeconds = first == Code.TRY_AGAIN || refusal.status() == 503 ? 1 : 0;
    return new GateAnswer(refusal.status(), body.build().encode(), retryAfterSeconds);
  }

  /**
   * Whether the same request may be answered otherwise the next time, without anything new in it.
   */
  boolean isPassing() {
    return retryAfterSeconds > 0 || status >= 500 || status == 408 || status == 429;
  }

  void send(HttpServerResponse response) {
    if (response.ended() || response.closed()) return;

    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
        .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
    if (retryAfterSeconds > 0) {
      response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfterSeconds));
    }
    response.end(Buffer.buffer(text));
  }
}
