package tollgate.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tollgate.signing.GateSignature.Place.ROOT;
import static tollgate.signing.GateSignature.Verdict.RIGHT;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.signing.GateSignature;

/**
 * Where the gateway's webhooks arrive. It answers 200 at once to what is signed and meant for us,
 * and keeps the rest only to show it: gate-api, section 7.
 */
final class Receiver {

  private static final List<String> TELLING_HEADERS =
      List.of(
          Received.CALLBACK_ID,
          Received.ATTEMPT,
          "webhook-id",
          "webhook-timestamp",
          "webhook-signature",
          "Content-Type",
          "User-Agent");

  private static final int REFUSED_CHARS_MAX = 4_096;
  private static final int HEADER_CHARS_MAX = 256;
  private static final int LISTED_USUAL = 100;

  private final DemoOptions options;
  private final Inbox inbox;
  private final News news;

  Receiver(DemoOptions options, Inbox inbox, News news) {
    this.options = options;
    this.inbox = inbox;
    this.news = news;
  }

  void receive(RoutingContext ctx) {
    var shop = options.shop(String.valueOf(ctx.pathParam("project")));
    if (shop.isEmpty()) {
      Replies.json(ctx, 404, Replies.error("no such project"));
      return;
    }
    var body = body(ctx);
    try {
      receive(ctx, shop.get(), JsonReader.read(body, Limits.MESSAGE));
    } catch (JsonRefused why) {
      refuse(ctx, shop.get(), 400, "not JSON: " + why.getMessage());
    }
  }

  private void receive(RoutingContext ctx, Shop shop, Json json) {
    if (!(json instanceof Json.Obj message)) {
      refuse(ctx, shop, 400, "not a JSON object");
      return;
    }
    var verdict = GateSignature.verify(message, ROOT, shop.secret());
    if (verdict != RIGHT) {
      refuse(ctx, shop, 403, "signature " + verdict);
      return;
    }
    if (!Json.number(shop.project()).equals(message.member("project_id"))) {
      refuse(ctx, shop, 403, "another project's webhook");
      return;
    }
    take(ctx, shop, message);
  }

  private void take(RoutingContext ctx, Shop shop, Json.Obj message) {
    var customer = message.at("customer", "id") instanceof Json.Str(var id) ? id : "";
    var text = new String(body(ctx), UTF_8);
    var received = new Received(Instant.now(), true, headers(ctx.request()), text, customer);
    inbox.keep(shop.project(), received);
    Replies.json(ctx, 200, Json.object().put("status", "received").build());

    news.tell(customer, "webhook", received.json());
    TopUp.of(shop, message)
        .ifPresent(topUp -> {
          news.tell(customer, "payment", topUp.json());
          news.moved(topUp.id());
        });
  }

  private void refuse(RoutingContext ctx, Shop shop, int status, String why) {
    var text = new String(body(ctx), UTF_8);
    var start = text.substring(0, Math.min(text.length(), REFUSED_CHARS_MAX));
    inbox.keep(
        shop.project(), new Received(Instant.now(), false, headers(ctx.request()), start, ""));
    Replies.json(ctx, status, Replies.error(why));
  }

  /** Everything that a project received, newest first: {@code ?project=210&limit=100}. */
  void list(RoutingContext ctx) {
    var shop = options.shop(String.valueOf(ctx.request().getParam("project")));
    if (shop.isEmpty()) {
      Replies.json(ctx, 404, Replies.error("no such project"));
      return;
    }
    var latest = inbox.latest(shop.get().project(), any -> true, limit(ctx));
    Replies.json(ctx, 200, Json.array(latest.stream().map(Received::json).toList()));
  }

  private int limit(RoutingContext ctx) {
    var text = String.valueOf(ctx.request().getParam("limit"));
    if (!text.matches("[0-9]{1,6}")) return LISTED_USUAL;
    return Math.min(
        Integer.parseInt(text), options.bounds().webhooksMax() + options.bounds().refusedMax());
  }

  private static byte[] body(RoutingContext ctx) {
    Buffer buffer = ctx.body().buffer();
    return buffer == null ? new byte[0] : buffer.getBytes();
  }

  private static Map<String, String> headers(HttpServerRequest request) {
    var kept = new LinkedHashMap<String, String>();
    for (var name : TELLING_HEADERS) {
      var value = request.getHeader(name);
      if (value != null && value.length() <= HEADER_CHARS_MAX) kept.put(name, value);
    }
    return kept;
  }
}
