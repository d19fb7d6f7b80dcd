package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import io.vertx.core.Future;
import tollgate.engine.Engine;
import tollgate.engine.Outbox;
import tollgate.engine.Duty;
import tollgate.engine.Watcher;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.tenant.Secret;

/** The real verticle on a port of its own, over stores in memory; and a client that asks it. */
final class GateServer implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-03-02T09:15:06Z");

  final MemoryPayments payments = new MemoryPayments();
  final MemoryWallets wallets = new MemoryWallets();
  final MemoryRefusals refusals = new MemoryRefusals();
  final FakeDesk desk = new FakeDesk(payments);
  final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicLong operations = new AtomicLong(900_000);
  private final int port;

  GateServer(WebOptions options) {
    var verticle =
        new HttpVerticle(
            options,
            parts(),
            List.of(
                router -> router.get("/").handler(ctx -> ctx.response().end("a page")),
                router -> router.get("/broken").handler(_ -> throwSomething())));
    try {
      vertx.deployVerticle(verticle).toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
    port = verticle.port();
  }

  static GateServer start() {
    return new GateServer(
        new WebOptions("127.0.0.1", 0, 1, WebOptions.Limits.DEFAULT, null));
  }

  int port() {
    return port;
  }

  private static void throwSomething() {
    throw new IllegalStateException("a page that fails");
  }

  private WebParts parts() {
    var tenants = TestTenants.tenants();
    var engineParts =
        new Engine.Parts(
            payments,
            new NoOutbox(),
            new GateNotices(() -> tenants),
            _ -> {},
            Watcher.NONE,
            () -> NOW);
    return new WebParts(
        () -> tenants,
        TestTenants.providers(),
        new Engine(engineParts, new Engine.Limits(2, 100, 1000, 5)),
        payments,
        wallets,
        refusals,
        () -> Future.succeededFuture(operations.incrementAndGet()),
        desk,
        new WebMeters(registry),
        () -> NOW);
  }

  /** Signs in {@code general} and sends. */
  HttpResponse<byte[]> post(String path, Json.Obj message, Secret key) {
    return send(request(path).POST(body(GateSignature.with(key).signed(message, Place.GENERAL))));
  }

  /** Signs at the root and sends. */
  HttpResponse<byte[]> postFlat(String path, Json.Obj message, Secret key) {
    return send(request(path).POST(body(GateSignature.with(key).signed(message))));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20));
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  static HttpRequest.BodyPublisher body(Json.Obj message) {
    return BodyPublishers.ofByteArray(message.bytes());
  }

  static Json.Obj object(String text) {
    return read(text.getBytes(UTF_8));
  }

  static Json.Obj read(byte[] bytes) {
    try {
      return (Json.Obj) JsonReader.read(bytes, Limits.MESSAGE);
    } catch (JsonRefused refused) {
      throw new IllegalArgumentException(new String(bytes, UTF_8), refused);
    }
  }

  /** The text down a path, {@code errors.0.code}; empty when there is nothing. */
  static String at(Json.Obj message, String path) {
    Json here = message;
    for (var name : path.split("\\.", -1)) {
      here =
          switch (here) {
            case Json.Obj object -> object.member(name);
            case Json.Arr list when Integer.parseInt(name) < list.items().size() ->
                list.items().get(Integer.parseInt(name));
            case null, default -> null;
          };
    }
    return switch (here) {
      case null -> "";
      case Json.Str text -> text.text();
      case Json other -> other.encode();
    };
  }

  @Override
  public void close() {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Nobody performs anything here. */
  private static final class NoOutbox implements Outbox {
    @Override
    public Future<List<Duty>> claim(int rowsMax) {
      return Future.succeededFuture(List.of());
    }

    @Override
    public Future<Void> done(Duty duty) {
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> later(Duty duty, Duration delay) {
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> exhausted(Duty duty) {
      return Future.succeededFuture();
    }
  }
}
