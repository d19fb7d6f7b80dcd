package tollgate;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.admin.AdminVerticle;
import tollgate.config.Directory;
import tollgate.docs.Docs;
import tollgate.engine.Engine;
import tollgate.engine.Pause;
import tollgate.engine.Vitals;
import tollgate.engine.Watchers;
import tollgate.operations.ConfigurationMeters;
import tollgate.operations.EngineMeters;
import tollgate.operations.Health;
import tollgate.operations.LagVerticle;
import tollgate.operations.OperationsParts;
import tollgate.operations.OperationsParts.Questions;
import tollgate.operations.OperationsVerticle;
import tollgate.operations.Registry;
import tollgate.operations.SilenceMeters;
import tollgate.outside.AtOnce;
import tollgate.outside.Desk;
import tollgate.outside.Dispatch;
import tollgate.outside.MailVerticle;
import tollgate.outside.OutboxVerticle;
import tollgate.outside.OutsideMeters;
import tollgate.outside.ProviderVerticle;
import tollgate.outside.RaisingVerticle;
import tollgate.outside.ReportVerticle;
import tollgate.outside.TimeoutVerticle;
import tollgate.outside.WebhookVerticle;
import tollgate.report.ReportMeters;
import tollgate.report.Reports;
import tollgate.store.PgStores;
import tollgate.web.DataParts;
import tollgate.web.EventParking;
import tollgate.web.GateNotices;
import tollgate.web.Gatekeeper;
import tollgate.web.HttpVerticle;
import tollgate.web.LinkLetters;
import tollgate.web.LinkOptions;
import tollgate.web.Parking;
import tollgate.web.ParkingLot;
import tollgate.web.Shedding;
import tollgate.web.WebMeters;
import tollgate.web.WebParts;

/**
 * Everything there is, who knows whom and what starts first, on one page. Each part starts before
 * the one that makes promises in its name: whoever accepts a payment comes last, and leaves first.
 */
final class House {

  private static final Logger LOG = LoggerFactory.getLogger(House.class);
  private static final InstantSource CLOCK = InstantSource.system();

  private final Settings settings;
  private final Directory tenants;
  private final Stops stops;
  private final Stage stage;
  private final PrometheusMeterRegistry registry = Registry.create(Tollgate.version());
  private final Health health = new Health();
  private final OutsideMeters meters = new OutsideMeters(registry);
  private final Vitals vitals;
  private final SilenceMeters silence;
  private final int schema;
  private final PgStores stores;
  private final WebMeters webMeters = new WebMeters(registry);
  private final ParkingLot lot;
  private final Parking parking;
  private final Dispatch dispatch;
  private final Engine engine;
  private final TimeoutVerticle timeouts;

  static void open(SettingsReader.Read read, Stops stops) throws StartFailed {
    var since = System.nanoTime();
    new House(read, stops).furnish(since);
  }

  private House(SettingsReader.Read read, Stops stops) throws StartFailed {
    settings = read.settings();
    this.stops = stops;
    var database = new Databases(settings, stops).ready();
    stage = Stage.open(registry, stops, settings.stopWithin());
    schema = database.schema();
    vitals = new Vitals(settings.vitals(), CLOCK, meters::breaker);
    stores = stage.await("database", PgStores.open(stage.vertx(), database.options(), CLOCK));
    stage.leave("connections to the database", stores::close);
    tenants = Configurations.open(read, stage, stores.configuration());
    lot = new ParkingLot(stage.vertx(), settings.http(), webMeters);
    silence = new SilenceMeters(registry, tenants, settings.silence(), CLOCK);
    parking = new Parking(lot, stores.changes());
    dispatch = dispatch();
    engine = engine();
    timeouts = new TimeoutVerticle(stores.timers(), engine, settings.timers());
    stores.giveWayWhile(this::isBehind);
  }

  /** Whether there is so much to decide that all that may wait for it does. */
  private boolean isBehind() {
    return engine.isCrowded() || timeouts.isBehind();
  }

  private Dispatch dispatch() {
    var parts = new Dispatch.Parts(stores.outbox(), tenants, meters, this::isBehind);
    return new Dispatch(stage.vertx(), parts, settings.timers().dispatch());
  }

  private Engine engine() {
    var counts = new EngineMeters(registry, tenants);
    var parts =
        new Engine.Parts(
            stores.payments(),
            stores.outbox(),
            new GateNotices(tenants),
            dispatch,
            new Watchers(List.of(counts, silence, parking, vitals)),
            CLOCK,
            new AtOnce(Tollgate.PROVIDERS, tenants, settings.address()),
            Pause.measured(stage.vertx(), settings.engine().gather()));
    return new Engine(parts, settings.engine());
  }

  private void furnish(long since) throws StartFailed {
    var operations = operations();
    stage.untilIdle("engine", engine::isIdle);
    outside();
    admin();
    var http = http();
    health.serving();
    stops.add("readiness", health::draining);
    LOG.info("up in {} ms, public port {}", (System.nanoTime() - since) / 1_000_000, http.port());
    var welcome = new Welcome(settings, operations.port());
    System.out.println(welcome.text(tenants.get().projects().values(), "try-" + CLOCK.millis()));
  }

  private OperationsVerticle operations() throws StartFailed {
    var questions = new Questions(stores.writable(schema), stores.gauges(), stores.invariants());
    ConfigurationMeters.watch(registry, () -> tenants.book().version());
    var parts = new OperationsParts(registry, health, questions, CLOCK);
    var options = settings.operations();
    var operations = new OperationsVerticle(options, parts);
    stage.deploy("operations port " + options.host() + ":" + options.port(), operations);
    var loops = Runtime.getRuntime().availableProcessors() * 2;
    stage.deploy("lag", () -> new LagVerticle(registry), loops);
    return operations;
  }

  private void outside() throws StartFailed {
    var lease = settings.database().lease();
    var parts =
        new ProviderVerticle.Parts(
            engine,
            stores.payments(),
            stores.outbox(),
            stores.operations(),
            tenants,
            meters,
            settings.address(),
            lease);
    for (var provider : Tollgate.PROVIDERS.byName().values()) {
      var verticle = new ProviderVerticle(provider, parts, settings.providers());
      stage.deploy("provider " + provider.name(), verticle);
    }
    var webhooks = new WebhookVerticle.Parts(stores.outbox(), tenants, meters, CLOCK, lease);
    stage.deploy("webhooks", new WebhookVerticle(webhooks, settings.webhooks()));
    var letters = new LinkLetters(tenants);
    var mail = new MailVerticle.Parts(engine, stores.outbox(), letters, meters, CLOCK, lease);
    stage.deploy("mail", new MailVerticle(mail, settings.mail()));
    stage.deploy("outbox", new OutboxVerticle(stores.outbox(), dispatch, settings.timers()));
    stage.deploy("timers", timeouts);
    var raising = new RaisingVerticle.Parts(stores.raising(), tenants, silence::isSilent, meters);
    stage.deploy("raising", new RaisingVerticle(raising, settings.raising(), settings.timers()));
    stage.deploy("reports", reports());
  }

  private ReportVerticle reports() {
    var parts =
        new Reports.Parts(
            stage.vertx(), stores.shelf(), stores.register(), tenants, new ReportMeters(registry));
    var options = settings.reports();
    return new ReportVerticle(new Reports(parts, options), options.tick(), settings.timers());
  }

  /** Only where a token says who may come in. */
  private void admin() throws StartFailed {
    var options = settings.admin();
    if (options.token() == null) return;
    var parts =
        new AdminVerticle.Parts(
            tenants,
            stores.configuration(),
            Configurations::dice,
            stores.shelf(),
            engine,
            stores.payments(),
            stores.outbox(),
            stores.debts(),
            stores.operations(),
            Tollgate.PROVIDERS);
    var admin = new AdminVerticle(options, parts, List.of(Docs.admin()::mount));
    stage.deploy("admin port " + options.host() + ":" + options.port(), admin);
    LOG.info("admin port {}", admin.port());
  }

  private HttpVerticle http() throws StartFailed {
    var parts =
        new WebParts(
            tenants,
            Tollgate.PROVIDERS,
            engine,
            stores.payments(),
            stores.wallets(),
            stores.refusals(),
            stores.firstAnswers(),
            stores.operations(),
            stores.events(),
            new Desk(stage.vertx(), stores.payments(), tenants, Tollgate.PROVIDERS),
            DataParts.of(stores.register(), settings.data()),
            Gatekeeper.of(settings.http()),
            Shedding.of(settings.http(), webMeters),
            new LinkOptions(settings.address(), settings.mail().server().isOn(), settings.links()),
            webMeters,
            parking,
            new EventParking(lot, stores.events()),
            vitals,
            CLOCK);
    var extras = Extras.of(stage, settings, tenants.get());
    var options = settings.http();
    var all = new ArrayList<HttpVerticle>();
    stage.deploy(
        "public port " + options.host() + ":" + options.port(),
        () -> {
          all.add(new HttpVerticle(options, parts, extras));
          return all.getLast();
        },
        options.eventLoops());
    return all.getFirst();
  }
}
