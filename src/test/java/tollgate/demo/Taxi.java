package tollgate.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The demo on a port of its own beside a fake gateway, and a browser without a face. */
final class Taxi implements AutoCloseable {

  static final DemoOptions.Bounds QUICK =
      new DemoOptions.Bounds(
          3, 2, 4, 4, 10, Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofMillis(200));

  final Vertx vertx = Vertx.vertx();
  final FakeGateway gateway = new FakeGateway(vertx);
  final URI site;
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  Taxi() {
    this(QUICK);
  }

  Taxi(DemoOptions.Bounds bounds) {
    wait(gateway.start());
    var router = Router.router(vertx);
    var server = wait(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    site = URI.create("http://127.0.0.1:" + server.actualPort());
    gateway.tell(site.toString());
    var address = URI.create("http://127.0.0.1:" + gateway.port());
    Demo.mount(vertx, router, new DemoOptions(address, site, Shop.demo(), bounds));
  }

  HttpResponse<String> read(String path) {
    return send(HttpRequest.newBuilder(site.resolve(path)).GET());
  }

  HttpResponse<String> readAgain(String path, String tag) {
    return send(HttpRequest.newBuilder(site.resolve(path)).header("If-None-Match", tag).GET());
  }

  HttpResponse<String> post(String path, String body) {
    return send(HttpRequest.newBuilder(site.resolve(path)).POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> topUp(String form) {
    return send(
        HttpRequest.newBuilder(site.resolve("/demo/topups"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  HttpResponse<InputStream> events() throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(site.resolve("/demo/events")).build();
    return browser.send(request, BodyHandlers.ofInputStream());
  }

  /** By a browser that was never here. */
  String readByStranger(String path) throws IOException, InterruptedException {
    try (var other = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(site.resolve(path)).build();
      return other.send(request, BodyHandlers.ofString()).body();
    }
  }

  static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static <T> T wait(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public void close() {
    wait(vertx.close());
  }
}
