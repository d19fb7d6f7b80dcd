package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tollgate.web.TestTenants.tenants;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
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
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import tollgate.docs.Docs;
import tollgate.engine.Engine;
import tollgate.engine.MemoryStore;
import tollgate.engine.News;
import tollgate.engine.Vitals;
import tollgate.engine.Watcher;
import tollgate.engine.Watchers;
import tollgate.gate.Webhooks;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.support.OpenApi;
import tollgate.tenant.Secret;

/** The real verticle on a port of its own, over a store in memory; and a client that asks it. */
final class GateServer implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-03-02T09:15:06Z");

  static final WebOptions USUAL =
      Loopback.options(WebOptions.Limits.DEFAULT, WebOptions.Waiting.DEFAULT, null);

  static final DataOptions DATA = new DataOptions(5000, 0, 4);
  static final LinkOptions NO_MAIL = new LinkOptions("https://pay.example", false, LinkTimes.USUAL);

  /** For all that is asked and happens, the database's clock too. */
  volatile Instant clock = NOW;

  final MemoryStore store = new MemoryStore(() -> clock, Duration.ofSeconds(30));
  final Switch payments = new Switch(store.payments());
  final FakeDesk desk = new FakeDesk(payments);
  final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final Vertx vertx = Vertx.vertx();
  private final WebMeters meters = new WebMeters(registry);
  private final ParkingLot lot;
  private final Shedding shedding;
  private final Parking parking;
  final Properties breakers = new Properties();
  private final Vitals vitals;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Engine engine;
  private final String deployment;
  private final int port;
  private final Set<String> routes = new TreeSet<>();

  GateServer(WebOptions options) {
    this(options, DATA, NO_MAIL);
  }

  GateServer(WebOptions options, DataOptions data, LinkOptions links) {
    shedding = new Shedding(options.shedding(), meters, System::nanoTime);
    lot = new ParkingLot(vertx, options, meters);
    parking = new Parking(lot, store.changes());
    vitals =
        new Vitals(Vitals.Options.USUAL, () -> clock, it -> breakers.getProperty(it, "closed"));
    engine = engine(new Watchers(List.of(parking, vitals)));
    var verticle =
        new HttpVerticle(
            options,
            parts(data, links),
            List.of(
                router -> routes.addAll(OpenApi.routes(router)),
                Docs.gate()::mount,
                router -> router.get("/").handler(ctx -> ctx.response().end("a page")),
                router -> router.get("/broken").handler(_ -> fail())));
    deployment = now(vertx.deployVerticle(verticle));
    port = verticle.port();
  }

  static GateServer start() {
    return new GateServer(USUAL);
  }

  /** Stops the public port in order; the rest goes on. */
  void drain() {
    now(vertx.undeploy(deployment));
  }

  int port() {
    return port;
  }

  /** All of our own, as {@link OpenApi#routes} writes them. */
  Set<String> routes() {
    return routes;
  }

  private static void fail() {
    throw new IllegalStateException("a page that fails");
  }

  private Engine engine(Watcher watcher) {
    var notices = new GateNotices(() -> tenants());
    var parts = new Engine.Parts(payments, store.outbox(), notices, _ -> {}, watcher, () -> clock);
    return new Engine(parts, new Engine.Limits(2, 100, 1000, 5));
  }

  private WebParts parts(DataOptions data, LinkOptions links) {
    return new WebParts(
        () -> tenants(),
        TestTenants.providers(),
        engine,
        payments,
        store.wallets(),
        store.refusals(),
        store.firstAnswers(),
        store.ids(),
        store.events(),
        desk,
        DataParts.of(store.register(), data),
        new Gatekeeper(new Origin(List.of()), System::nanoTime),
        shedding,
        links,
        meters,
        parking,
        new EventParking(lot, store.events()),
        vitals,
        () -> clock);
  }

  /** What another node makes of a payment. */
  void happensElsewhere(Payment.Id payment, PaymentEvent event) {
    now(engine(Watcher.NONE).handle(News.of(payment, event)));
  }

  /** Merchants' requests that are worked on. */
  int working() {
    return shedding.working();
  }

  int parked() {
    return meters.parkedNow();
  }

  /** What happens to a payment beside HTTP. */
  void happens(Payment.Id payment, PaymentEvent event) {
    now(engine.handle(News.of(payment, event)));
  }

  /** The only payment there is. */
  Payment payment() {
    return store.allPayments().iterator().next().payment();
  }

  static <T> T now(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  /** Signs where the message's kind is signed, and sends. */
  HttpResponse<byte[]> post(Good good, Secret key) {
    var place = good.flat() ? Place.ROOT : Place.GENERAL;
    var signed = GateSignature.with(key).signed(good.message(), place);
    return send(request(good.path()).POST(BodyPublishers.ofByteArray(signed.bytes())));
  }

  /** Signs in an order of lines that a public program uses. */
  HttpResponse<byte[]> postSignedIn(String order, Good good, Secret key) {
    var signature = Json.text(Signers.sign(good.message(), order, key));
    var signed = Good.set(good.message(), new String[] {"general", "signature"}, signature);
    return send(request(good.path()).POST(BodyPublishers.ofByteArray(signed.bytes())));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20));
  }

  /** Whatever is asked and answered here is judged by the document. */
  HttpResponse<byte[]> send(HttpRequest.Builder builder) {
    try {
      var request = builder.build();
      var response = client.send(request, BodyHandlers.ofByteArray());
      OpenApi.GATE.check(request, response);
      return response;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
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
    var keys = GateSignature.with(TestTenants.KEY);
    store.webhooks().forEach(it -> OpenApi.GATE.checkWebhook(Webhooks.signed(it.body(), keys)));
    client.close();
    now(vertx.close());
  }
}
