package tollgate.demo;

import static tollgate.signing.GateSignature.Place.GENERAL;
import static tollgate.signing.GateSignature.Place.ROOT;
import static tollgate.signing.GateSignature.Verdict.RIGHT;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.signing.GateSignature;

/** Signed calls to the gateway, as any merchant makes them. A call fails with a GateRefused. */
final class GateClient {

  private static final int CONNECTIONS_MAX = 16;
  private static final int WAITING_MAX = 256;
  private static final int CONNECT_MILLIS = 2_000;
  private static final Limits ANSWER = new Limits(256 * 1024, 16, 16 * 1024, 40);

  private final WebClient client;
  private final DemoOptions options;

  GateClient(Vertx vertx, DemoOptions options) {
    var web =
        new WebClientOptions()
            .setConnectTimeout(CONNECT_MILLIS)
            .setFollowRedirects(false)
            .setUserAgent("Tollgate-Demo/1");
    var pool = new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX).setMaxWaitQueueSize(WAITING_MAX);
    this.client = WebClient.create(vertx, web, pool);
    this.options = options;
  }

  /** A call whose answer carries no signature: the gateway took it for processing. */
  Future<Json.Obj> order(Shop shop, String path, Json.Obj message) {
    var body = GateSignature.with(shop.secret()).signed(message, GENERAL);
    return client
        .postAbs(options.gateway().resolve(path).toString())
        .timeout(options.bounds().callLimit().toMillis())
        .putHeader("Content-Type", "application/json")
        .sendBuffer(Buffer.buffer(body.bytes()))
        .recover(GateClient::unreachable)
        .compose(GateClient::accepted);
  }

  /** A call whose answer must prove that it is the gateway's. */
  Future<Json.Obj> ask(Shop shop, String path, Json.Obj message) {
    return order(shop, path, message).compose(answer -> proven(shop, answer));
  }

  private static Future<HttpResponse<Buffer>> unreachable(Throwable why) {
    return refused(GateRefused.NO_ANSWER, "The payment gateway does not answer. Try again soon.");
  }

  private static Future<Json.Obj> accepted(HttpResponse<Buffer> response) {
    var body = read(response.body());
    if (response.statusCode() == 200) return Future.succeededFuture(body);

    var code = text(body, "code");
    var message = text(body, "message");
    return refused(code, message.isEmpty() ? "The gateway refused." : message + field(body));
  }

  private static String field(Json.Obj body) {
    if (!(body.member("errors") instanceof Json.Arr errors) || errors.items().isEmpty()) return "";
    if (!(errors.items().getFirst() instanceof Json.Obj error)) return "";

    var field = text(error, "field");
    return field.isEmpty() ? "" : ": " + field + " " + text(error, "description");
  }

  private static Future<Json.Obj> proven(Shop shop, Json.Obj answer) {
    var verdict = GateSignature.verify(answer, ROOT, shop.secret());
    if (verdict == RIGHT) return Future.succeededFuture(answer);

    return refused(GateRefused.NO_ANSWER, "The gateway's answer is not signed with our key.");
  }

  private static Json.Obj read(@Nullable Buffer body) {
    var empty = Json.object().build();
    if (body == null) return empty;
    try {
      return JsonReader.read(body.getBytes(), ANSWER) instanceof Json.Obj object ? object : empty;
    } catch (JsonRefused notJson) {
      return empty;
    }
  }

  private static <T> Future<T> refused(String code, String message) {
    return Future.failedFuture(new GateRefused(code, message));
  }

  private static String text(Json.Obj body, String name) {
    return body.member(name) instanceof Json.Str str ? str.text() : "";
  }
}
