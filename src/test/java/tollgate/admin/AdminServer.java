package tollgate.admin;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tollgate.AllProviders;
import tollgate.config.Directory;
import tollgate.config.DirectoryOptions;
import tollgate.config.Edit;
import tollgate.config.KeyOptions;
import tollgate.config.Keyring;
import tollgate.config.Language;
import tollgate.config.Mistakes;
import tollgate.config.YamlFile;
import tollgate.docs.Docs;
import tollgate.engine.Engine;
import tollgate.engine.Watcher;
import tollgate.report.ReportMeters;
import tollgate.report.ReportOptions;
import tollgate.report.Reports;
import tollgate.store.DatabaseOptions;
import tollgate.store.PgStores;
import tollgate.support.OpenApi;
import tollgate.support.Postgres;
import tollgate.tenant.Secret;
import tollgate.web.GateNotices;

/** The admin port on a real database, with the demo tenants in it. */
final class AdminServer implements AutoCloseable {

  static final String TOKEN = "a-token-of-the-admins";

  final Vertx vertx = Vertx.vertx();
  final DatabaseOptions database = Postgres.fresh();
  final PgStores stores;
  final Directory directory;
  final Engine engine;
  final Path keyFile;
  private final Set<String> routes = new TreeSet<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final AdminVerticle verticle;

  AdminServer(Path folder) throws Exception {
    stores = await(PgStores.open(vertx, database, InstantSource.system()));
    keyFile = folder.resolve("master.key");
    addKey("k1");
    var providers = AllProviders.known();
    var keyring = new Keyring(new KeyOptions(null, keyFile, false), keyFile, AdminServer::dice);
    var language = new Language(providers, "https://pay.example");
    var kept = stores.configuration();
    directory =
        new Directory(new Directory.Parts(vertx, kept, language, keyring, AdminServer::dice));
    await(directory.open(DirectoryOptions.USUAL));
    var file = YamlFile.read(Path.of("config/demo.yaml"), new Mistakes());
    await(directory.change("test", "import", Edit.laidOver(file.section(Language.CENTRES))));
    var options = new AdminOptions("127.0.0.1", 0, new Secret(TOKEN), 100_000);
    engine = engineAt(InstantSource.system());
    var parts =
        new AdminVerticle.Parts(
            directory,
            kept,
            AdminServer::dice,
            stores.shelf(),
            engine,
            stores.payments(),
            stores.outbox(),
            stores.debts(),
            stores.operations(),
            providers);
    verticle =
        new AdminVerticle(
            options,
            parts,
            List.of(router -> routes.addAll(OpenApi.routes(router)), Docs.admin()::mount));
    await(vertx.deployVerticle(verticle));
  }

  /** To which it is another time. */
  Engine engineAt(InstantSource clock) {
    var parts =
        new Engine.Parts(
            stores.payments(),
            stores.outbox(),
            new GateNotices(directory),
            _ -> {},
            Watcher.NONE,
            clock);
    return new Engine(parts, new Engine.Limits(1, 100, 1000, 5));
  }

  void addKey(String id) throws Exception {
    var bytes = (id + "-".repeat(30)).getBytes(UTF_8);
    var line = id + ":" + Base64.getEncoder().encodeToString(bytes) + "\n";
    Files.writeString(keyFile, (Files.exists(keyFile) ? Files.readString(keyFile) : "") + line);
  }

  private static byte[] dice(int count) {
    var bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  /** Whatever is due is made, as the verticle would. */
  void makeReports() {
    var reports = reports();
    while (await(reports.step())) {}
  }

  Reports reports() {
    var parts =
        new Reports.Parts(
            vertx,
            stores.shelf(),
            stores.register(),
            directory,
            new ReportMeters(new SimpleMeterRegistry()));
    return new Reports(parts, ReportOptions.USUAL);
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, null);
  }

  /** {@code headers}: names and values in turn. */
  HttpResponse<String> send(String method, String path, @Nullable String body, String... headers) {
    var all = List.of(headers);
    var withToken = new ArrayList<>(all);
    if (!all.contains("Authorization"))
      withToken.addAll(List.of("Authorization", "Bearer " + TOKEN));
    return plain(method, path, body, withToken);
  }

  HttpResponse<String> plain(
      String method, String path, @Nullable String body, List<String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + verticle.port() + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!headers.isEmpty()) request.headers(headers.toArray(String[]::new));
    try {
      return judged(request.build());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Whatever is asked and answered here is judged by the document. */
  private HttpResponse<String> judged(HttpRequest request)
      throws IOException, InterruptedException {
    var answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.version()).as("no upgrade in clear text").isEqualTo(HTTP_1_1);
    OpenApi.ADMIN.check(request, answer, answer.body().getBytes(UTF_8));
    return answer;
  }

  /** All of our own, as {@link OpenApi#routes} writes them. */
  Set<String> routes() {
    return routes;
  }

  @Override
  public void close() {
    await(directory.close().compose(_ -> vertx.close()));
    client.close();
  }
}
