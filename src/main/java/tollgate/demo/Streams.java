package tollgate.demo;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.Set;

/**
 * The pages that are open, each with a stream of events (Server-Sent Events). A page that does not
 * read is let go: it comes back by itself and asks for what it missed.
 */
final class Streams {

  private static final int RETRY_MILLIS = 2_000;

  private final Set<HttpServerResponse> open = new HashSet<>();
  private final Vertx vertx;
  private final DemoOptions options;
  private final Customers customers;
  private final News news;

  Streams(Vertx vertx, DemoOptions options, Customers customers, News news) {
    this.vertx = vertx;
    this.options = options;
    this.customers = customers;
    this.news = news;
  }

  void open(RoutingContext ctx) {
    var customer = customers.known(ctx);
    if (customer.isEmpty()) {
      Replies.json(ctx, 403, Replies.error("open the page first"));
      return;
    }
    if (open.size() >= options.bounds().streamsMax()) {
      ctx.response().putHeader("Retry-After", "30");
      Replies.json(ctx, 503, Replies.error("too many open pages"));
      return;
    }
    stream(ctx, customer.get());
  }

  private void stream(RoutingContext ctx, String customer) {
    var response =
        Replies.guarded(ctx, 200)
            .putHeader("Content-Type", "text/event-stream; charset=utf-8")
            .putHeader("Cache-Control", "no-store")
            .putHeader("X-Accel-Buffering", "no")
            .setChunked(true);
    open.add(response);
    var told = news.hear(customer, frame -> send(response, frame));
    var beat =
        vertx.setPeriodic(
            options.bounds().heartbeat().toMillis(), tick -> send(response, ": alive\n\n"));
    response.closeHandler(gone -> close(response, told, beat));
    response.exceptionHandler(broken -> close(response, told, beat));
    response.write("retry: " + RETRY_MILLIS + "\n\n");
  }

  private void close(HttpServerResponse response, MessageConsumer<String> told, long beat) {
    if (!open.remove(response)) return;
    vertx.cancelTimer(beat);
    told.unregister();
  }

  private static void send(HttpServerResponse response, String frame) {
    if (response.closed() || response.ended()) return;
    if (response.writeQueueFull()) {
      response.reset();
      return;
    }
    response.write(frame);
  }
}
