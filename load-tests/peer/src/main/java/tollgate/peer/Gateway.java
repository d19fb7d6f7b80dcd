package tollgate.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Tollgate's own jar with its demo tenants. The order is a signed sale by Touch'n Go; the redirect
 * comes to the merchant by webhook, and the provider's signed callback is answered once the credit
 * is committed. The final webhook is delivered too, though no flow waits for it.
 */
final class Gateway implements Contender {

  static final String NAME = "Tollgate";

  private static final int PROJECT = 210;
  private static final int GATEWAY = 1;
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final long REDIRECT_SECONDS_MAX = 60;

  private final Database database;
  private final Path folder;
  private final int port = Program.freePort();
  private final int operationsPort = Program.freePort();
  private final Http http;
  private final Merchant merchant;
  private final Signer project = new Signer("HmacSHA512", "demo-secret-210");
  private final Signer provider = new Signer("HmacSHA256", "demo-touchngo-merchant-key");
  private Program program;
  private long callbacks;

  Gateway(Vertx vertx, Database database, Path folder) throws Exception {
    this.database = database;
    this.folder = folder;
    http = new Http(vertx, port);
    merchant = new Merchant(vertx);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start() throws Exception {
    database.run("create role tollgate login");
    var jar = Path.of(System.getProperty("peer.jar")).toAbsolutePath().normalize();
    if (!Files.exists(jar)) throw new IllegalStateException("first make " + jar);
    var home = jar.getParent().getParent();
    program = Program.start(command(jar), environment(), home, folder.resolve("tollgate.log"));
    program.awaitReady(operationsPort, "/readyz");
    merchant
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .get(REDIRECT_SECONDS_MAX, TimeUnit.SECONDS);
  }

  private static List<String> command(Path jar) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("peer.jvm").split(" ")));
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            jar.toString(),
            "config/tollgate.yaml",
            "config/demo.yaml"));
    return command;
  }

  /** The database that all contenders get in place of the one that the demo embeds. */
  private Map<String, String> environment() {
    return Map.of(
        "TOLLGATE_HTTP_PORT", Integer.toString(port),
        "TOLLGATE_OPERATIONS_PORT", Integer.toString(operationsPort),
        "TOLLGATE_EMBEDDED_ON", "false",
        "TOLLGATE_EMBEDDED_FOLDER", folder.toString(),
        "TOLLGATE_DATABASE_HOST", "127.0.0.1",
        "TOLLGATE_DATABASE_PORT", Integer.toString(database.port()),
        "TOLLGATE_DATABASE_DATABASE", database.name(),
        "TOLLGATE_DATABASE_OWNER", Database.OWNER);
  }

  @Override
  public Future<String> open(int number) {
    var customer = "customer-" + number;
    var signature =
        project.base64("customer:id:%s;general:project_id:%d".formatted(customer, PROJECT));
    var body =
        """
        {"general":{"project_id":%d,"signature":"%s"},"customer":{"id":"%s"}}\
        """
            .formatted(PROJECT, signature, customer);
    return post("/v2/wallet/open", body).map(reply -> wallet(reply).getString("account_id"));
  }

  @Override
  public Future<Void> topUp(String account, String id) {
    var redirected = merchant.expect(id);
    return post("/v2/payment/wallet/touchngo/sale", sale(account, id))
        .compose(_ -> redirected.timeout(REDIRECT_SECONDS_MAX, TimeUnit.SECONDS))
        .onComplete(_ -> merchant.forget(id))
        .compose(
            form -> http.post("/callbacks/" + GATEWAY, Map.of("Content-Type", FORM), paid(form)))
        .mapEmpty();
  }

  /** The lines of the signature are in the order of their paths. */
  private String sale(String account, String id) {
    var signature =
        project.base64(
            "customer:id:peer;customer:ip_address:127.0.0.1;general:merchant_callback_url:%s"
                    .formatted(merchant.url())
                + ";general:payment_id:%s;general:project_id:%d;payment:amount:%d"
                    .formatted(id, PROJECT, AMOUNT)
                + ";payment:currency:MYR;return_url:success:http://127.0.0.1/done"
                + ";wallet:account_id:"
                + account);
    return """
    {"general":{"project_id":%d,"payment_id":"%s","merchant_callback_url":"%s","signature":"%s"},\
    "payment":{"amount":%d,"currency":"MYR"},\
    "customer":{"id":"peer","ip_address":"127.0.0.1"},\
    "return_url":{"success":"http://127.0.0.1/done"},\
    "wallet":{"account_id":"%s"}}\
    """
        .formatted(PROJECT, id, merchant.url(), signature, AMOUNT, account);
  }

  /** What the provider says of a payment that its customer has paid, signed as it signs. */
  private String paid(JsonObject form) {
    var fields = new TreeMap<String, String>();
    for (var name : List.of("MerchantCode", "TransNum", "Currency", "Amount")) {
      fields.put(name, form.getString(name));
    }
    fields.put("Status", "SUCCESS");
    fields.put("Code", "00");
    fields.put("Message", "Paid");
    fields.put("TransId", "PR%016d".formatted(++callbacks));
    fields.put("TransDate", "2026-03-01T02:01:30Z");
    var lines = new StringBuilder("callback\n");
    fields.forEach((name, value) -> lines.append(name + "=" + value.length() + ":" + value + "\n"));
    fields.put("Signature", provider.hex(lines.toString()));
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public Future<Long> balance(String account) {
    var signature =
        project.base64("general:project_id:%d;wallet:account_id:%s".formatted(PROJECT, account));
    var body =
        """
        {"general":{"project_id":%d,"signature":"%s"},"wallet":{"account_id":"%s"}}\
        """
            .formatted(PROJECT, signature, account);
    return post("/v2/wallet/get", body).map(Gateway::balance);
  }

  private static long balance(Http.Reply reply) {
    var balances = wallet(reply).getJsonArray("balances");
    return balances.isEmpty() ? 0 : balances.getJsonObject(0).getLong("amount");
  }

  private static JsonObject wallet(Http.Reply reply) {
    return new JsonObject(reply.body()).getJsonObject("wallet");
  }

  private Future<Http.Reply> post(String path, String body) {
    return http.post(path, Map.of("Content-Type", "application/json"), body);
  }

  @Override
  public String succeededSql() {
    return "select count(*) from payment where state = 5";
  }

  @Override
  public long pid() {
    return program.pid();
  }

  @Override
  public void close() {
    if (program != null) program.close();
  }
}
