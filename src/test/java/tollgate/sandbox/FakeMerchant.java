package tollgate.sandbox;

import static java.util.Objects.requireNonNullElse;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A merchant that takes callbacks, keeps them, and answers what the test told it to. */
public final class FakeMerchant {

  /** What came, as it came. */
  public record Received(String path, String query, Map<String, String> headers, String body) {

    public JsonObject json() {
      return new JsonObject(body);
    }

    public Map<String, String> form() {
      var fields = new HashMap<String, String>();
      for (var field : body.split("&", -1)) {
        var cut = field.indexOf('=');
        fields.put(
            field.substring(0, cut),
            URLDecoder.decode(field.substring(cut + 1), StandardCharsets.UTF_8));
      }
      return fields;
    }
  }

  /** Status and body of an answer; 0 closes the connection. A location goes with 3xx. */
  private record Reply(int status, String body, String location) {}

  private final HttpServer server;
  private final LinkedBlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final Deque<Reply> replies = new ArrayDeque<>();

  FakeMerchant(Vertx vertx) {
    server = vertx.createHttpServer().requestHandler(this::take);
    server.listen(0).await();
  }

  public String url() {
    return "http://localhost:" + server.actualPort() + "/callbacks/7";
  }

  /** The next answers, in this order; afterwards always 200 OK. */
  public synchronized FakeMerchant answers(int... statuses) {
    for (var status : statuses) replies.add(new Reply(status, "FAIL", ""));
    return this;
  }

  public synchronized FakeMerchant answers(int status, String body, String location) {
    replies.add(new Reply(status, body, location));
    return this;
  }

  private synchronized Reply next() {
    return replies.isEmpty() ? new Reply(200, "OK", "") : replies.poll();
  }

  private void take(HttpServerRequest request) {
    request.body().onSuccess(body -> take(request, body.toString(StandardCharsets.UTF_8)));
  }

  private void take(HttpServerRequest request, String body) {
    var headers = new HashMap<String, String>();
    request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
    // Whoever has seen it may say how the one after it is answered, so this comes first.
    var reply = next();
    received.add(
        new Received(request.path(), requireNonNullElse(request.query(), ""), headers, body));
    if (reply.status() == 0) {
      var _ = request.connection().close();
      return;
    }
    if (!reply.location().isEmpty()) request.response().putHeader("Location", reply.location());
    request.response().setStatusCode(reply.status()).end(reply.body());
  }

  /** The next callback; fails if none comes in time. */
  public Received next(String expectation) throws InterruptedException {
    var next = received.poll(5, TimeUnit.SECONDS);
    if (next == null) throw new AssertionError("no callback: " + expectation);

    return next;
  }

  /** Whether nothing comes for a while: only for what must not happen. */
  public boolean isLeftAlone() throws InterruptedException {
    return received.poll(300, TimeUnit.MILLISECONDS) == null;
  }
}
