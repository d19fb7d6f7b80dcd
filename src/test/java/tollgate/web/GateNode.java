package tollgate.web;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import tollgate.engine.Engine;
import tollgate.engine.News;
import tollgate.engine.Vitals;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.store.DatabaseOptions;
import tollgate.store.PgStores;
import tollgate.support.OpenApi;

/** One node of several on one real database: the public port, the engine and the store. */
final class GateNode implements AutoCloseable {

  /** A test that comes with thousands at once is not turned away. */
  private static final WebOptions.Shedding ENOUGH =
      new WebOptions.Shedding(
          10_000, 10_000, 10_000, Duration.ofSeconds(30), Duration.ofSeconds(1));

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final Switch payments;
  private final Vertx vertx = Vertx.vertx();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final WebMeters meters = new WebMeters(registry);
  private final AtomicInteger heard = new AtomicInteger();
  private final Shedding shedding;
  private final ParkingLot lot;
  private final Parking parking;
  private final PgStores stores;
  private final Engine engine;
  private final int port;
  private final String deployed;
  private boolean isDead;

  GateNode(DatabaseOptions database) {
    this(database, ENOUGH);
  }

  GateNode(DatabaseOptions database, WebOptions.Shedding limits) {
    shedding = new Shedding(limits, meters, System::nanoTime);
    stores = GateServer.now(PgStores.open(vertx, database, InstantSource.system()));
    payments = new Switch(stores.payments());
    var options =
        new WebOptions(
            "127.0.0.1",
            0,
            "",
            2,
            WebOptions.Limits.DEFAULT,
            WebOptions.Waiting.DEFAULT,
            WebOptions.Shedding.DEFAULT,
            null);
    lot = new ParkingLot(vertx, options, meters);
    parking = new Parking(lot, stores.changes());
    engine = engine();
    var all = new ArrayList<HttpVerticle>();
    var deployment = new DeploymentOptions().setInstances(2);
    deployed = GateServer.now(vertx.deployVerticle(() -> verticle(options, all), deployment));
    port = all.getFirst().port();
  }

  private HttpVerticle verticle(WebOptions options, List<HttpVerticle> all) {
    all.add(new HttpVerticle(options, parts(), List.of()));
    return all.getLast();
  }

  private Engine engine() {
    var parts =
        new Engine.Parts(
            payments,
            stores.outbox(),
            new GateNotices(TestTenants::tenants),
            _ -> {},
            parking,
            InstantSource.system());
    return new Engine(parts, new Engine.Limits(1, 500, 10_000, 5));
  }

  private WebParts parts() {
    return new WebParts(
        TestTenants::tenants,
        TestTenants.providers(),
        engine,
        payments,
        stores.wallets(),
        stores.refusals(),
        stores.firstAnswers(),
        stores.operations(),
        stores.events(),
        new KeepingDesk(engine, heard),
        DataParts.of(stores.register(), DataOptions.USUAL),
        new Gatekeeper(new Origin(List.of()), System::nanoTime),
        shedding,
        new LinkOptions("https://pay.example", false, LinkTimes.USUAL),
        meters,
        parking,
        new EventParking(lot, stores.events()),
        new Vitals(Vitals.Options.USUAL, InstantSource.system(), _ -> "closed"),
        InstantSource.system());
  }

  /** What happens to a payment beside HTTP, on this node. */
  void happens(Payment.Id payment, PaymentEvent event) {
    GateServer.now(engine.handle(News.of(payment, event)));
  }

  /** Questions that wait here. */
  int parked() {
    return meters.parkedNow();
  }

  /** Number of a customer's wallet. */
  String wallet(String customer) {
    return GateServer.now(stores.wallets().open(TestTenants.PROJECT, customer)).number();
  }

  Payment find(String paymentId) {
    return GateServer.now(payments.find(TestTenants.PROJECT, paymentId)).orElseThrow().payment();
  }

  /** The answer, judged by the document. */
  CompletableFuture<HttpResponse<byte[]>> post(Good good, String key) {
    var signed = GateSignature.with(TestTenants.KEY).signed(good.message(), Place.GENERAL);
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + good.path()))
            .timeout(Duration.ofSeconds(40))
            .POST(BodyPublishers.ofByteArray(signed.bytes()));
    if (!key.isEmpty()) request.header("Idempotency-Key", key);
    var asked = request.build();
    return CLIENT
        .sendAsync(asked, BodyHandlers.ofByteArray())
        .thenApply(answer -> judged(asked, answer));
  }

  /** What a provider tells: see {@link KeepingDesk}. */
  CompletableFuture<HttpResponse<byte[]>> callback(String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/callbacks/7"))
            .timeout(Duration.ofSeconds(40))
            .POST(BodyPublishers.ofString(body))
            .build();
    return CLIENT.sendAsync(request, BodyHandlers.ofByteArray());
  }

  /** Callbacks that were let in. */
  int heard() {
    return heard.get();
  }

  String scrape() {
    return registry.scrape();
  }

  private static HttpResponse<byte[]> judged(HttpRequest asked, HttpResponse<byte[]> answer) {
    OpenApi.GATE.check(asked, answer);
    return answer;
  }

  /** Leaves in order, as at the end of a rolling update. */
  void stopListening() {
    GateServer.now(vertx.undeploy(deployed));
  }

  /** Gone at once, as a process that is killed: nothing is ended in order. */
  void kill() {
    isDead = true;
    GateServer.now(vertx.close());
  }

  @Override
  public void close() {
    if (isDead) return;

    GateServer.now(stores.close());
    GateServer.now(vertx.close());
  }
}
