package tollgate.load.ground;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tollgate.load.measure.Report;
import tollgate.load.wire.Sink;

/**
 * One run: the ground that scenarios stand on, where their webhooks arrive, what they report, and
 * whether all is sound so far. Scenarios run one after another on a thread that may wait; what
 * speaks to the gateway runs on one event loop.
 */
public final class Run implements AutoCloseable {

  private static final long WAIT_MINUTES_MAX = 15;
  private static final long LOOK_MILLIS = 10;
  private static final Duration PROOF_MAX = Duration.ofMinutes(20);

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
  private final Sink sink = new Sink(vertx);
  private final Path results;
  private final Report report;
  private final Sizes sizes;
  private final List<String> mistakes = new ArrayList<>();
  private int sinkPort;
  private Ground ground;

  public Run(Path results, Report report, Sizes sizes) {
    this.results = results.toAbsolutePath();
    this.report = report;
    this.sizes = sizes;
  }

  /** Goes to a gateway on a new database; the one before is stopped. */
  public void moveTo(String name) throws Exception {
    if (ground == null) sinkPort = await(() -> sink.listen(0)).actualPort();
    else ground.gateway().close();
    ground = Ground.open(this, name, results);
  }

  public Vertx vertx() {
    return vertx;
  }

  public Sink sink() {
    return sink;
  }

  public int sinkPort() {
    return sinkPort;
  }

  public Path results() {
    return results;
  }

  public Report report() {
    return report;
  }

  public Sizes sizes() {
    return sizes;
  }

  public Ground ground() {
    return ground;
  }

  /** Wallets of new customers. */
  public List<String> wallets(String prefix, int count) throws Exception {
    return await(() -> new Wallets(vertx, ground.merchant()).open(prefix, count));
  }

  /** Starts the work on the event loop and waits for its end. */
  public <T> T await(Supplier<Future<T>> work) throws Exception {
    var promise = Promise.<T>promise();
    vertx.runOnContext(_ -> Future.<T>future(p -> work.get().onComplete(p)).onComplete(promise));
    return promise
        .future()
        .toCompletionStage()
        .toCompletableFuture()
        .get(WAIT_MINUTES_MAX, TimeUnit.MINUTES);
  }

  /** Ends when it is so, or after that time; on the event loop. */
  public Future<Void> until(BooleanSupplier isSo, Duration atMost) {
    var ends = System.nanoTime() + atMost.toNanos();
    var promise = Promise.<Void>promise();
    vertx.setPeriodic(
        LOOK_MILLIS,
        timer -> {
          if (!isSo.getAsBoolean() && System.nanoTime() < ends) return;
          vertx.cancelTimer(timer);
          promise.complete();
        });
    return promise.future();
  }

  /**
   * Before something is measured: what was prepared is written by the database and moved out of its
   * way by the generator's collector, so that neither does it in the middle.
   */
  public void settle() throws IOException {
    ground.psql().run("checkpoint");
    System.gc();
  }

  /** From here on what is used counts, and the peak of memory begins anew. */
  public Usage begin() {
    Procfs.forgetPeak(ground.gateway().pid());
    return ground.usage();
  }

  /** What was used since, in two rows. */
  public Usage cost(Usage before, double flows) {
    var used = ground.usage().minus(before);
    var pid = ground.gateway().pid();
    report.row("… CPU each", used.each(Math.max(1, flows)));
    report.row(
        "… busy; pauses for garbage; memory",
        "%s; %.1f %% of the time; RSS %d MiB, peak %d MiB"
            .formatted(
                used.busy(),
                used.pausedPercent(),
                Procfs.statusMiB(pid, "VmRSS"),
                Procfs.statusMiB(pid, "VmHWM")));
    return used;
  }

  /** Whether the gateway finds its whole book without a fault, however long it reads. */
  public void prove() throws IOException {
    var begin = System.nanoTime();
    var answer = askForProof();
    while (answer.status() == HttpURLConnection.HTTP_ACCEPTED) {
      if (System.nanoTime() - begin > PROOF_MAX.toNanos()) break;
      answer = askForProof();
    }
    var holds = answer.status() == 200 && new JsonObject(answer.body()).getBoolean("ok");
    report.row(
        "invariants, all of the book",
        holds ? "hold, proven in %.1f s".formatted((System.nanoTime() - begin) / 1e9) : "BROKEN");
    if (!holds) unsound("invariants: " + answer);
  }

  private record Proof(int status, String body) {}

  /** 202 when it goes on longer than the gateway lets a caller wait. */
  private Proof askForProof() throws IOException {
    var port = ground.gateway().operationsPort();
    var url = URI.create("http://127.0.0.1:" + port + "/invariants?whole=true").toURL();
    var connection = (HttpURLConnection) url.openConnection();
    connection.setReadTimeout((int) PROOF_MAX.toMillis());
    var status = connection.getResponseCode();
    try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return new Proof(status, in == null ? "" : new String(in.readAllBytes()));
    }
  }

  /** Something that may not be: the run fails, but goes on so that all of it is seen. */
  public void unsound(String mistake) {
    mistakes.add(mistake);
    System.err.println("UNSOUND: " + mistake);
  }

  public List<String> mistakes() {
    return mistakes;
  }

  @Override
  public void close() {
    if (ground != null) ground.gateway().close();
    vertx.close();
  }
}
