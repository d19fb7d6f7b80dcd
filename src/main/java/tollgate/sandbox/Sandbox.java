package tollgate.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.sandbox.midtrans.MidtransAccount;
import tollgate.sandbox.midtrans.MidtransSandbox;
import tollgate.sandbox.mykassa.MykassaAccount;
import tollgate.sandbox.mykassa.MykassaSandbox;
import tollgate.sandbox.paymaster.PaymasterAccount;
import tollgate.sandbox.paymaster.PaymasterSandbox;
import tollgate.sandbox.paymaster2.Paymaster2Account;
import tollgate.sandbox.paymaster2.Paymaster2Sandbox;
import tollgate.sandbox.qiwi.QiwiAccount;
import tollgate.sandbox.qiwi.QiwiSandbox;
import tollgate.sandbox.robokassa.RobokassaAccount;
import tollgate.sandbox.robokassa.RobokassaSandbox;
import tollgate.sandbox.touchngo.TouchngoAccount;
import tollgate.sandbox.touchngo.TouchngoSandbox;
import tollgate.sandbox.webmoney.WebmoneyAccount;
import tollgate.sandbox.webmoney.WebmoneySandbox;
import tollgate.sandbox.yookassa.YookassaAccount;
import tollgate.sandbox.yookassa.YookassaSandbox;
import tollgate.sandbox.yoomoney.YoomoneyAccount;
import tollgate.sandbox.yoomoney.YoomoneySandbox;

/**
 * All simulated providers behind one door, {@code /sandbox}. It keeps everything in memory and may
 * be mounted on any number of routers, on any event loops: they all show the same state.
 */
public final class Sandbox {

  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);

  /** One simulated provider: how it is opened, and how an account with it is made. */
  private record Kind(
      BiFunction<SandboxParts, String, Simulated> open,
      Function<Credentials, SandboxAccount> account) {}

  /** All that are simulated, by their place in the address. A new one is one line here. */
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("midtrans", new Kind(MidtransSandbox::new, MidtransAccount::of)),
          Map.entry("paymaster", new Kind(PaymasterSandbox::new, PaymasterAccount::of)),
          Map.entry("mykassa", new Kind(MykassaSandbox::new, MykassaAccount::of)),
          Map.entry("paymaster2", new Kind(Paymaster2Sandbox::new, Paymaster2Account::of)),
          Map.entry("qiwi", new Kind(QiwiSandbox::new, QiwiAccount::of)),
          Map.entry("robokassa", new Kind(RobokassaSandbox::new, RobokassaAccount::of)),
          Map.entry("touchngo", new Kind(TouchngoSandbox::new, TouchngoAccount::of)),
          Map.entry("webmoney", new Kind(WebmoneySandbox::new, WebmoneyAccount::of)),
          Map.entry("yookassa", new Kind(YookassaSandbox::new, YookassaAccount::of)),
          Map.entry("yoomoney", new Kind(YoomoneySandbox::new, YoomoneyAccount::of)));

  private static final long BODY_BYTES_MAX = 64 * 1024;

  private final Vertx vertx;
  private final Timers timers;
  private final HttpClient client;
  private final FaultRules rules;
  private final Map<String, Simulated> providers;

  private Sandbox(Vertx vertx, SandboxOptions options, InstantSource clock) {
    this.vertx = vertx;
    this.timers = new Timers(vertx);
    this.client = client(vertx, options.limits());
    this.rules = new FaultRules(options.limits().rulesMax());
    var parts = new SandboxParts(options, clock, timers, client, rules);
    var base = options.publicUrl() + "/sandbox/";
    this.providers = new TreeMap<>();
    KINDS.forEach((name, kind) -> providers.put(name, kind.open().apply(parts, base + name)));
  }

  private static HttpClient client(Vertx vertx, SandboxOptions.Limits limits) {
    var http = new HttpClientOptions().setKeepAlive(true);
    var pool =
        new PoolOptions()
            .setHttp1MaxSize(limits.connectionsMax())
            .setMaxWaitQueueSize(limits.callbacksWaitingMax());
    return vertx.createHttpClient(http, pool);
  }

  /** Who are simulated. */
  public static Set<String> names() {
    return KINDS.keySet();
  }

  /**
   * The account that a gateway of this provider logs in with; {@link IllegalStateException} when
   * nobody simulates it.
   */
  public static SandboxAccount account(String provider, Credentials gateway) {
    var kind = KINDS.get(provider);
    if (kind == null) throw new IllegalStateException("nobody simulates " + provider);

    return kind.account().apply(gateway);
  }

  /** Begins with empty memory. */
  public static Sandbox open(Vertx vertx, SandboxOptions options) {
    return open(vertx, options, InstantSource.system());
  }

  /** The same by another clock; retries and faults still wait in real time. */
  public static Sandbox open(Vertx vertx, SandboxOptions options, InstantSource clock) {
    return new Sandbox(vertx, options, clock);
  }

  /** Opens it and mounts it, where there is one router only. */
  public static Sandbox mount(Vertx vertx, Router router, SandboxOptions options) {
    var sandbox = open(vertx, options);
    sandbox.mount(router);
    return sandbox;
  }

  /** Adds {@code /sandbox/…} to a router. The providers' routes need no other body reader. */
  public void mount(Router router) {
    var all = Router.router(vertx);
    all.route().handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX));
    all.route().failureHandler(Sandbox::failed);
    all.get("/sandbox.css").handler(call -> style(call.response()));
    new FaultRoutes(rules).mount(all);
    providers.forEach((name, provider) -> {
      var own = Router.router(vertx);
      new Oracle(provider).mount(own);
      provider.mount(own);
      all.route("/" + name + "/*").subRouter(own);
    });
    router.route("/sandbox/*").subRouter(all);
  }

  private static void style(HttpServerResponse response) {
    response
        .putHeader("Content-Type", "text/css; charset=utf-8")
        .putHeader("Cache-Control", "max-age=3600")
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(Pages.STYLE);
  }

  /**
   * What cannot be read is the caller's fault and not worth a line in our log; the rest is ours.
   */
  private static void failed(RoutingContext call) {
    var status = call.statusCode() < 0 ? 500 : call.statusCode();
    if (status >= 500)
      LOG.error("{} {}", call.request().method(), call.request().path(), call.failure());
    call.response().setStatusCode(status).end();
  }

  /** Nothing is sent any more, whatever still waited. */
  public Future<Void> close() {
    timers.close();
    return client.close();
  }
}
