package tollgate.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tollgate.engine.StoreUnderTest.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tollgate.engine.Change;
import tollgate.engine.Contradiction;
import tollgate.engine.Engine;
import tollgate.engine.MemoryStore;
import tollgate.engine.Watcher;
import tollgate.gate.Webhook;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState;
import tollgate.payment.Sales;
import tollgate.provider.Providers;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Project;
import tollgate.tenant.ProjectTerms;
import tollgate.tenant.Secret;
import tollgate.tenant.Tenants;

/** This room between a store in memory and real servers on loopback. */
final class World implements AutoCloseable {

  static final long PROJECT = 210;
  static final long BROKEN = 8;
  static final long UNCANCELLABLE = 10;
  static final long CONFIRMING = 9;
  static final Secret SECRET = new Secret("demo-secret-210");
  static final Duration LEASE = Duration.ofSeconds(60);
  private static final Dispatch.Limits LIMITS =
      new Dispatch.Limits(20_000, 20_000, Duration.ofSeconds(2));

  final Vertx vertx = Vertx.vertx();
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final OutsideMeters meters = new OutsideMeters(registry);
  final MemoryStore store = new MemoryStore(InstantSource.system(), LEASE);
  final NotedOutbox outbox = new NotedOutbox(store.outbox());
  final Flaky payments = new Flaky(store.payments());
  final Desk desk;
  final List<Payment> toldAgain = new CopyOnWriteArrayList<>();
  final Dispatch dispatch;
  final Engine engine;
  private final HttpServer server;
  private volatile Consumer<HttpServerRequest> behaviour = request -> request.response().end();
  private volatile Tenants tenants;
  private volatile String webhookUrl;
  private volatile boolean behind;

  /** Hears what providers tell although it is known. */
  private final class Ear implements Watcher {

    @Override
    public void toldAgain(Payment payment) {
      toldAgain.add(payment);
    }

    @Override
    public void committed(Change change) {}

    @Override
    public void refused(Contradiction contradiction) {}

    @Override
    public void batch(int payments, Duration took) {}

    @Override
    public void raced() {}
  }

  World() {
    server = await(vertx.createHttpServer().requestHandler(r -> behaviour.accept(r)).listen(0));
    webhookUrl = base() + "/hook";
    tenants = tenants(base(), true, SECRET);
    dispatch =
        new Dispatch(
            vertx, new Dispatch.Parts(outbox, () -> tenants, meters, () -> behind), LIMITS);
    var parts =
        new Engine.Parts(
            payments, outbox, this::written, dispatch, new Ear(), InstantSource.system());
    engine = new Engine(parts, new Engine.Limits(2, 500, 50_000, 10));
    desk = new Desk(vertx, payments, () -> tenants, Providers.of(List.of(new AcmePay())));
  }

  String base() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /** What the server on loopback does with a request. */
  void answering(Consumer<HttpServerRequest> how) {
    behaviour = how;
  }

  void answering(String word) {
    answering(request -> request.response().end(word));
  }

  /** Whether full batches of events wait for their commit. */
  void behind(boolean so) {
    behind = so;
  }

  void providerAt(String base) {
    tenants = tenants(base, true, SECRET);
  }

  void withoutPrivateUrls() {
    tenants = tenants(base(), false, SECRET);
  }

  /** The newest first. */
  void withSecrets(Secret... secrets) {
    tenants = tenants(base(), true, secrets);
  }

  void webhooksTo(String url) {
    webhookUrl = url;
  }

  Tenants tenants() {
    return tenants;
  }

  private static Tenants tenants(String base, boolean privateUrls, Secret... secrets) {
    var terms = ProjectTerms.USUAL.withWallets(true).withPrivateUrls(privateUrls);
    var project = new Project(PROJECT, "Taxi", List.of(secrets), "", terms, Map.of());
    return new Tenants(
        Map.of(PROJECT, project),
        Map.of(
            Sales.GATEWAY,
            gateway(Sales.GATEWAY, base, Map.of(), false),
            BROKEN,
            gateway(BROKEN, base, Map.of("broken", "yes"), false),
            UNCANCELLABLE,
            gateway(UNCANCELLABLE, base, Map.of("uncancellable", "yes"), false),
            CONFIRMING,
            gateway(CONFIRMING, base, Map.of(), true)));
  }

  private static Gateway gateway(
      long number, String base, Map<String, String> fields, boolean confirmSuccess) {
    var keys = Map.of("key", new Secret(AcmePay.KEY));
    var terms = GatewayTerms.USUAL.confirmingSuccess(confirmSuccess);
    return new Gateway(number, "acme", URI.create(base), fields, keys, terms);
  }

  Gateway gateway(long number) {
    return Objects.requireNonNull(tenants.gateway(number));
  }

  private Webhook written(Payment payment, Payment.Id operation, Effect effect) {
    var body = "{\"" + effect + "\":" + payment.id().operation() + "}";
    var delay = payment.terms().details().webhooks().delaySeconds();
    var own = payment.terms().details().webhooks().url();
    var url = own == null ? webhookUrl : own;
    return new Webhook(operation, effect, url, body.getBytes(UTF_8), delay);
  }

  World withProvider(ProviderOptions options) {
    return withProvider(new AcmePay(), options);
  }

  World withProvider(AcmePay acme, ProviderOptions options) {
    var parts =
        new ProviderVerticle.Parts(
            engine,
            payments,
            outbox,
            store.ids(),
            () -> tenants,
            meters,
            "https://pay.example",
            LEASE);
    return with(new ProviderVerticle(acme, parts, options));
  }

  World withWebhooks(WebhookOptions options) {
    return with(new WebhookVerticle(webhookParts(), options));
  }

  WebhookVerticle.Parts webhookParts() {
    return new WebhookVerticle.Parts(outbox, () -> tenants, meters, InstantSource.system(), LEASE);
  }

  World withOutbox(TimerOptions options) {
    return with(new OutboxVerticle(outbox, dispatch, options));
  }

  World with(VerticleBase verticle) {
    await(vertx.deployVerticle(verticle));
    return this;
  }

  /** A new payment, with its duties on their way. */
  Payment.Id sale(Sales sale) {
    var id = new Payment.Id(PROJECT, await(store.ids().next()));
    await(engine.open(sale.open(id)));
    return id;
  }

  PaymentState state(Payment.Id id) {
    return await(store.payments().load(List.of(id))).get(id).payment().state();
  }

  double count(String meter, String... tags) {
    return registry.find(meter).tags(tags).counters().stream().mapToDouble(c -> c.count()).sum();
  }

  double gauge(String meter, String... tags) {
    return registry.find(meter).tags(tags).gauges().stream().mapToDouble(g -> g.value()).sum();
  }

  static void until(BooleanSupplier condition) {
    var deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) throw new AssertionError("it never came true");
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
