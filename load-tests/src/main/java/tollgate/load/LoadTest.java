package tollgate.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * One run: start the gateway, warm up, measure, lay the floor on the same server, check the
 * invariants, write the report. Ends with 1 when money is wrong or a flow was lost, never because a
 * number is low: numbers are for people.
 */
public final class LoadTest {

  private static final int WALLETS = 2000;
  private static final long WAIT_MINUTES_MAX = 15;
  private static final int STORM_TURNS = 3;
  private static final int EXPIRING = 10_000;
  private static final long CRASH_AFTER_MILLIS = 6_000;

  /** How much of each; rates in flows a second. */
  private record Profile(int topUpRate, long topUpSeconds, int stormPayments, long floorSeconds) {

    static Profile of(String name) {
      return switch (name) {
        case "smoke", "crash", "expiry", "mixed" -> new Profile(rate(200), 10, storm(4_000), 5);
        case "full", "storms", "topups" -> new Profile(rate(500), 60, storm(30_000), 20);
        default ->
            throw new IllegalArgumentException(
                "profile is smoke, full, topups, mixed, crash, expiry or storms, not " + name);
      };
    }

    private static int storm(int usual) {
      return Integer.getInteger("load.storm", usual);
    }

    private static int rate(int usual) {
      return Integer.getInteger("load.rate", usual);
    }
  }

  /** One loop: what the generator keeps is touched by one thread only. */
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Sink sink = new Sink(vertx);
  private final Report report = new Report();
  private final String name;
  private final Profile profile;
  private final Path results;
  private final GatewayProcess gateway;

  private LoadTest(String profile) throws IOException {
    name = profile;
    this.profile = Profile.of(profile);
    results = Path.of("results", Instant.now().toString().replaceAll("[:.]", "-"));
    Files.createDirectories(results);
    gateway = new GatewayProcess(results.toAbsolutePath());
  }

  /** Whatever goes wrong ends the process: what waits on other threads must not keep it. */
  public static void main(String[] arguments) {
    try {
      System.exit(passes(arguments) ? 0 : 1);
    } catch (Exception failure) {
      failure.printStackTrace();
      System.exit(1);
    }
  }

  private static boolean passes(String[] arguments) throws Exception {
    var test = new LoadTest(arguments.length > 0 ? arguments[0] : "smoke");
    boolean sound;
    try {
      test.gateway.start();
      sound =
          switch (test.name) {
            case "crash" -> test.crash();
            case "expiry" -> test.expiry();
            case "storms" -> test.storms();
            case "mixed" -> test.mixed();
            case "topups" -> test.topUps();
            default -> test.run();
          };
    } finally {
      test.gateway.close();
    }
    var text = test.report.text();
    Files.writeString(test.results.resolve("report.md"), text);
    System.out.println(text);
    return sound;
  }

  private boolean run() throws Exception {
    report.row("start-up, new database", "%.1f s".formatted(gateway.startUp().toMillis() / 1e3));
    gateway.close();
    gateway.start();
    report.row(
        "start-up, existing database", "%.2f s".formatted(gateway.startUp().toMillis() / 1e3));

    var target = target();
    var wallets = wallets(target);
    warm(target, wallets);
    topUps(target, wallets);
    mixed(target, wallets);
    var spread = storm(target, wallets, "spread");
    var hot = storm(target, wallets.subList(0, 1), "hot");
    ackAtHalf(target, wallets, spread);
    memory();
    floor(spread, hot);
    return invariants(target);
  }

  private void warm(Target target, List<String> wallets) throws Exception {
    wait(() -> new TopUps(vertx, target, sink, wallets, gatewayNumber()).run(profile.topUpRate() / 2.0, 10));
  }

  private boolean topUps() throws Exception {
    var target = target();
    var wallets = wallets(target);
    warm(target, wallets);
    topUps(target, wallets);
    return invariants(target);
  }

  private boolean mixed() throws Exception {
    var target = target();
    var wallets = wallets(target);
    warm(target, wallets);
    mixed(target, wallets);
    return invariants(target);
  }

  /** Top-ups, spends, payouts and refunds at half the rate of the top-ups. */
  private void mixed(Target target, List<String> wallets) throws Exception {
    var before = gateway.cpu();
    var mixed = new Mixed(vertx, target, sink, wallets);
    var rate = profile.topUpRate() / 2.0;
    var done = wait(() -> mixed.run(rate, profile.topUpSeconds()));
    var cpu = gateway.cpu().minus(before);
    report.row(
        "mixed flows, offered / done",
        "%.0f/s / %.0f/s for %d s, %s, %d declined, %d without an end"
            .formatted(
                rate,
                done,
                profile.topUpSeconds(),
                mixed.failures(),
                mixed.declined(),
                sink.waiting()));
    for (var kind : Mixed.Kind.values()) {
      report.row("… " + kind, Report.latencies(mixed.latencies(kind)));
      keep("mixed-" + kind, mixed.latencies(kind));
    }
    var flows = Math.max(1.0, rate * profile.topUpSeconds());
    report.row(
        "… CPU a flow",
        cpu.each(flows) + ", sandbox in the gateway's");
  }

  /** Spread and hot by turns: what a storm costs, apart from what came before it. */
  private boolean storms() throws Exception {
    var target = target();
    var wallets = wallets(target);
    storm(target, wallets, "to warm up");
    var spread = 0.0;
    var hot = 0.0;
    for (int turn = 1; turn <= STORM_TURNS; turn++) {
      spread = Math.max(spread, storm(target, wallets, "spread " + turn));
      hot = Math.max(hot, storm(target, wallets.subList(0, 1), "hot " + turn));
    }
    floor(spread, hot);
    return invariants(target);
  }

  /** kill -9 amid the load, start again, and ask for everything that was accepted. */
  private boolean crash() throws Exception {
    var target = target();
    var crash = new Crash(vertx, target, sink, wallets(target));
    var loading = new Thread(() -> gatewayDies());
    loading.start();
    wait(() -> crash.load(profile.topUpRate(), profile.topUpSeconds()));
    loading.join();
    gateway.start();
    report.row("start-up after kill -9", "%.2f s".formatted(gateway.startUp().toMillis() / 1e3));
    Map<String, Integer> statuses = Map.of();
    for (int tries = 0; tries < 40 && !crash.isSettled(statuses); tries++) {
      wait(() -> vertx.timer(2, TimeUnit.SECONDS));
      statuses = wait(crash::ask);
    }
    report.row("accepted before the kill", Integer.toString(crash.accepted()));
    report.row("their statuses afterwards", statuses.toString());
    report.row("successes the merchant has not heard of", Long.toString(crash.untold()));
    var hold = invariantsHold(target);
    var allThere = statuses.values().stream().mapToInt(Integer::intValue).sum();
    var known = !statuses.containsKey("error") && allThere == crash.accepted();
    return hold && known && crash.untold() == 0;
  }

  /** Payments whose customers never come, with one limit second for all: a wave to warm up, then ours. */
  private boolean expiry() throws Exception {
    var target = target();
    var wallets = wallets(target);
    var psql = new Psql(gateway.databasePort());
    expire(EXPIRING / 4, target, wallets, psql);
    var since = psql.run("select now()").strip();
    expire(EXPIRING, target, wallets, psql);
    var wave = " from payment where code = 603 and opened_at > '" + since + "'";
    var late = psql.run("select max(changed_at - limit_at)" + wave).strip();
    var declined = psql.run("select count(*)" + wave).strip();
    report.row("payments with one limit second", Integer.toString(EXPIRING));
    report.row("declined 603, the last of them after", declined + ", " + late);
    return invariants(target) && declined.equals(Integer.toString(EXPIRING));
  }

  private void expire(int payments, Target target, List<String> wallets, Psql psql)
      throws Exception {
    var storm = new Storm(vertx, target, sink, gatewayNumber());
    wait(() -> storm.prepare(payments, wallets, "expiry"));
    psql.run(
        """
        update payment set limit_at = date_trunc('second', now()) + interval '4 seconds',
                           due_at = date_trunc('second', now()) + interval '4 seconds'
         where due_at is not null
        """);
    wait(sink::drained);
  }

  private void gatewayDies() {
    try {
      Thread.sleep(CRASH_AFTER_MILLIS);
      gateway.kill();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Target target() throws Exception {
    int sinkPort = wait(() -> sink.listen());
    var signer = new Signer("demo-secret-210", System.getProperty("load.key", "demo-touchngo-merchant-key"));
    return new Target(vertx, gateway.port(), signer, "http://127.0.0.1:" + sinkPort + "/hook");
  }

  private List<String> wallets(Target target) throws Exception {
    var numbers = new ArrayList<String>();
    for (int i = 0; i < WALLETS; i += 100) {
      var first = i;
      var opening =
          wait(
              () ->
                  Future.all(
                      IntStream.range(first, first + 100)
                          .mapToObj(n -> target.openWallet("load-" + n))
                          .toList()));
      numbers.addAll(opening.list());
    }
    return numbers;
  }

  private void topUps(Target target, List<String> wallets) throws Exception {
    var before = gateway.cpu();
    var topUps = new TopUps(vertx, target, sink, wallets, gatewayNumber());
    var result = wait(() -> topUps.run(profile.topUpRate(), profile.topUpSeconds()));
    var cpu = gateway.cpu().minus(before);
    var flows = Math.max(1, result.ended());
    report.row(
        "full top-ups, offered / done",
        "%d/s / %.0f/s for %d s, %s, %d without an end"
            .formatted(
                profile.topUpRate(),
                result.ended() / result.took(),
                profile.topUpSeconds(),
                result.failures(),
                sink.waiting()));
    report.row("… sale accepted, from intended start", Report.latencies(result.accepted()));
    report.row(
        "… callback acknowledged, from intended start", Report.latencies(result.acknowledged()));
    report.row("… final webhook, from intended start", Report.latencies(result.full()));
    report.row("… generator's own lateness", Report.latencies(result.load().lateness()));
    report.row(
        "… CPU a top-up",
        cpu.each(flows));
    keep("topup-full", result.full());
    keep("topup-accepted", result.accepted());
  }

  private double storm(Target target, List<String> wallets, String name) throws Exception {
    var storm = new Storm(vertx, target, sink, gatewayNumber());
    wait(() -> storm.prepare(profile.stormPayments(), wallets, name));
    if (Floor.pgbench().isPresent()) new Psql(gateway.databasePort()).run("checkpoint");
    var before = gateway.cpu();
    double rate = wait(() -> storm.flatOut());
    var cpu = gateway.cpu().minus(before);
    report.row(
        "callbacks to credited, " + name,
        "%.0f/s, %d refused, CPU each %s"
            .formatted(rate, storm.refused(), cpu.each(profile.stormPayments())));
    return rate;
  }

  private void ackAtHalf(Target target, List<String> wallets, double maximum) throws Exception {
    var storm = new Storm(vertx, target, sink, gatewayNumber());
    wait(() -> storm.prepare(profile.stormPayments(), wallets, "half"));
    var acks = wait(() -> storm.at(maximum / 2));
    report.row(
        "callback ack at %.0f/s (half of maximum)".formatted(maximum / 2),
        Report.latencies(acks) + ", " + storm.refused() + " refused");
    keep("callback-ack", acks);
  }

  private void memory() {
    var resident = gateway.residentMiB();
    report.row("RSS of the gateway", "%d MiB, peak %d MiB".formatted(resident[0], resident[1]));
  }

  private void floor(double spread, double hot) {
    var floor = new Floor(gateway.databasePort(), results.toAbsolutePath(), profile.floorSeconds());
    ratio("spread wallets", spread, floor.spread());
    ratio("one hot wallet", hot, floor.hot());
  }

  private void ratio(String name, double ours, OptionalDouble floor) {
    var text =
        floor.isEmpty()
            ? "pgbench is missing, no floor was laid"
            : "%.0f/s; the gateway does %.1f× that"
                .formatted(floor.getAsDouble(), ours / floor.getAsDouble());
    report.row("floor by pgbench, " + name, text);
  }

  private boolean invariants(Target target) throws Exception {
    wait(sink::drained);
    var hold = invariantsHold(target);
    report.row(
        "final webhooks",
        "%d, %d twice, %d missing".formatted(sink.finals(), sink.strangers(), sink.waiting()));
    return hold && sink.waiting() == 0;
  }

  private boolean invariantsHold(Target target) throws Exception {
    var reply = wait(() -> target.get(gateway.operationsPort(), "/invariants?whole=true"));
    var hold = reply.status() == 200 && new JsonObject(reply.body()).getBoolean("ok");
    report.row("invariants", hold ? "hold" : "BROKEN: " + reply.body());
    return hold;
  }

  private static long gatewayNumber() {
    return Long.getLong("load.gateway", 1);
  }

  private void keep(String name, Histogram histogram) throws IOException {
    try (var out = Files.newOutputStream(results.resolve(name + ".hgrm"));
        var print = new java.io.PrintStream(out)) {
      histogram.outputPercentileDistribution(print, 1000.0);
    }
  }

  private <T> T wait(Supplier<Future<T>> work) throws Exception {
    var promise = Promise.<T>promise();
    vertx.runOnContext(_ -> work.get().onComplete(promise));
    return promise.future().toCompletionStage().toCompletableFuture().get(WAIT_MINUTES_MAX, TimeUnit.MINUTES);
  }
}
