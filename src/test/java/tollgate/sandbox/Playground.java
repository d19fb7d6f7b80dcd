package tollgate.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import tollgate.sandbox.midtrans.MidtransAccount;
import tollgate.sandbox.mykassa.MykassaAccount;
import tollgate.sandbox.paymaster.PaymasterAccount;
import tollgate.sandbox.paymaster2.Paymaster2Account;
import tollgate.sandbox.qiwi.QiwiAccount;
import tollgate.sandbox.robokassa.RobokassaAccount;
import tollgate.sandbox.touchngo.TouchngoAccount;
import tollgate.sandbox.webmoney.WebmoneyAccount;
import tollgate.sandbox.yookassa.YookassaAccount;
import tollgate.sandbox.yoomoney.YoomoneyAccount;

/** The sandbox on a port of its own, a merchant beside it, and a plain client for both. */
public final class Playground implements AutoCloseable {

  /** What the sandbox's clock shows at first. */
  public static final Instant BEGINS = Instant.parse("2026-03-01T03:00:02Z");

  public static final String SERVER_KEY = "SB-Mid-server-TollgateExample01";
  public static final String TOUCHNGO_KEY = "tng-key-TollgateExample01";
  public static final String YOOMONEY_SECRET = "ym-demo-secret-0001";
  public static final String QIWI_KEY = "qiwi-demo-secret";
  public static final String WEBMONEY_KEY = "Tollgate-Demo-Key-7";

  public static final String PAYMASTER_SITE = "6f1d0c9e-1111-4222-8333-0123456789ab";
  public static final String PAYMASTER_SECRET = "pm-demo-secret";
  public static final String PAYMASTER2_TOKEN = "pm2-token-TollgateExample01";

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicReference<Instant> now = new AtomicReference<>(BEGINS);

  public final FakeMerchant merchant = new FakeMerchant(vertx);
  private final Sandbox sandbox;
  private final String url;

  public Playground() {
    this(Autoplay.NOBODY);
  }

  /** With a customer who plays by himself. */
  public Playground(Autoplay autoplay) {
    this(autoplay, List.of());
  }

  /** With one merchant more, in the place of others of its kind; its address is given. */
  Playground(Function<String, SandboxAccount> own) {
    this(Autoplay.NOBODY, List.of(own));
  }

  private Playground(Autoplay autoplay, List<Function<String, SandboxAccount>> own) {
    var router = Router.router(vertx);
    var server = vertx.createHttpServer().requestHandler(router).listen(0).await();
    url = "http://localhost:" + server.actualPort();
    sandbox = Sandbox.open(vertx, options(accounts(autoplay, own)), now());
    sandbox.mount(router);
  }

  private InstantSource now() {
    return now::get;
  }

  private SandboxOptions options(List<SandboxAccount> accounts) {
    var limits = new SandboxOptions.Limits(1000, 1000, 8, 10);
    return new SandboxOptions(url, 0.000_01, limits, accounts);
  }

  private List<SandboxAccount> accounts(
      Autoplay autoplay, List<Function<String, SandboxAccount>> own) {
    var all = new ArrayList<>(usual(autoplay));
    for (var make : own) {
      var account = make.apply(merchant.url());
      all.removeIf(other -> other.getClass().equals(account.getClass()));
      all.add(account);
    }
    return all;
  }

  private List<SandboxAccount> usual(Autoplay autoplay) {
    return List.of(
        new MidtransAccount(
            "G000000001", SERVER_KEY, "Taxi <Blue> & Co", merchant.url(), true, autoplay),
        new MidtransAccount("G000000002", "SB-Mid-server-Asleep", "Asleep", "", false, autoplay),
        new TouchngoAccount("M123456", TOUCHNGO_KEY, "Taxi <Blue> & Co", "", autoplay),
        new PaymasterAccount(
            PAYMASTER_SITE,
            PAYMASTER_SECRET,
            "sha256",
            "tollgate-api",
            "p@ss-demo",
            "Taxi <Blue> & Co",
            autoplay),
        new Paymaster2Account(PAYMASTER_SITE, PAYMASTER2_TOKEN, "Taxi <Blue> & Co", autoplay),
        new QiwiAccount("demo-site-01", "qiwi-public", QIWI_KEY, "Taxi", merchant.url(), autoplay),
        robokassa(autoplay),
        mykassa(false, autoplay),
        mykassa(true, autoplay),
        webmoney("R100200300400", false, autoplay),
        webmoney("Z555000111222", true, autoplay),
        new YookassaAccount(
            "100500", "test_demoKey123", "Taxi <Blue> & Co", merchant.url(), autoplay),
        new YoomoneyAccount(
            "41001111222233", YOOMONEY_SECRET, "ym-token", merchant.url(), autoplay));
  }

  private WebmoneyAccount webmoney(String purse, boolean md5, Autoplay autoplay) {
    var keys = new WebmoneyAccount.Keys(WEBMONEY_KEY, "X20-Demo-Key", "Signer-Demo-Key", md5);
    var shop = "Taxi <Blue> & Co";
    return new WebmoneyAccount(purse, "987654321098", keys, shop, merchant.url(), true, autoplay);
  }

  private MykassaAccount mykassa(boolean free, Autoplay autoplay) {
    return new MykassaAccount(
        "7001",
        free,
        new MykassaAccount.Words("mk-word-1", "mk-word-2", "fk-demo-api-key"),
        new MykassaAccount.Cabinet("Taxi <Blue> & Co", merchant.url(), "http://shop.example/back"),
        autoplay);
  }

  private RobokassaAccount robokassa(Autoplay autoplay) {
    return new RobokassaAccount(
        "tollgate_demo",
        "md5",
        new RobokassaAccount.Passwords(
            "p1-demo-Aa", "p2-demo-Bb", "t1-demo-Aa", "t2-demo-Bb", "p3-demo-Cc"),
        new RobokassaAccount.Cabinet(
            "Taxi <Blue> & Co",
            merchant.url(),
            "http://shop.example/ok",
            "http://shop.example/fail"),
        autoplay);
  }

  /** Moves the sandbox's clock. */
  public void later(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  public String url() {
    return url;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  public HttpResponse<String> post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  public HttpResponse<String> form(String path, Map<String, String> fields) {
    return post(path, encoded(fields), "Content-Type", "application/x-www-form-urlencoded");
  }

  public JsonObject json(String path) {
    return new JsonObject(get(path).body());
  }

  public static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** A path of the sandbox, or a whole address. */
  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    try {
      return client.send(request(method, path, body, headers), BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private HttpRequest request(String method, String path, String body, String... headers) {
    var to = path.startsWith("http") ? path : url + path;
    var all = new ArrayList<>(Arrays.asList(headers));
    all.addAll(List.of("Accept", "*/*"));
    return HttpRequest.newBuilder(URI.create(to))
        .method(method, HttpRequest.BodyPublishers.ofString(body))
        .headers(all.toArray(String[]::new))
        .build();
  }

  public byte[] bytes(String address) {
    try {
      var request = HttpRequest.newBuilder(URI.create(address)).build();
      return client.send(request, BodyHandlers.ofByteArray()).body();
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public void close() {
    sandbox.close().await();
    vertx.close().await();
    client.close();
  }
}
