package tollgate.peer;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One contender's turn, on a new database: start it, measure top-ups of many accounts and then of
 * one, and ask it whether each account has what was paid in. Never two at a time.
 */
final class Turn {

  private static final int AT_ONCE = 8;
  private static final long WAIT_MINUTES_MAX = 15;

  private final Vertx vertx;
  private final Options options;
  private final Path folder;
  private final Contender contender;
  private final Database database;

  Turn(Vertx vertx, Options options, Path folder, Contender contender, Database database) {
    this.vertx = vertx;
    this.options = options;
    this.folder = folder;
    this.contender = contender;
    this.database = database;
  }

  List<Leg> run() throws Exception {
    say("starts; its files are in " + folder);
    contender.start();
    say("ready, on PostgreSQL " + database.version());
    var all = each(options.accounts() + 1, contender::open);
    var legs = new ArrayList<Leg>();
    for (var load : options.loads()) legs.add(leg(load, all));
    var done = legs.stream().mapToLong(Leg::done).sum();
    var paid = database.number(contender.succeededSql());
    say("%d flows ended well, %d payments are paid".formatted(done, paid));
    return legs;
  }

  private Leg leg(String load, List<String> all) throws Exception {
    return switch (load) {
      case Options.SPREAD -> measure(options.accounts() + " accounts", all.subList(1, all.size()));
      case Options.HOT -> measure("1 account", all.subList(0, 1));
      default ->
          throw new IllegalArgumentException("peer.loads is a list of spread and hot, not " + load);
    };
  }

  private Leg measure(String load, List<String> accounts) throws Exception {
    say("tops up " + load);
    var loop = new ClosedLoop(vertx, contender, this::cpu, accounts);
    var result = wait(loop.run(options.concurrency(), options.warmSeconds(), options.seconds()));
    result.failures().forEach((reason, count) -> say("failed " + count + " times: " + reason));
    var balances = each(accounts.size(), number -> contender.balance(accounts.get(number)));
    var held = balances.stream().mapToLong(Long::longValue).sum();
    var leg = Leg.of(contender.name(), load, options.concurrency(), result, held);
    say("%.1f flows a second, %.1f CPU-ms each".formatted(leg.perSecond(), leg.cpuMillis()));
    return leg;
  }

  private Cpu cpu() {
    try {
      return Cpu.of(contender.pid(), database.pid());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** So many calls, a few at once, on the one event loop. */
  private <T> List<T> each(int count, IntFunction<Future<T>> call) throws Exception {
    var results = new ArrayList<T>();
    for (int from = 0; from < count; from += AT_ONCE) {
      var numbers = IntStream.range(from, Math.min(count, from + AT_ONCE));
      var calls = numbers.mapToObj(number -> onLoop(() -> call.apply(number))).toList();
      for (var each : calls) results.add(wait(each));
    }
    return results;
  }

  private <T> Future<T> onLoop(Supplier<Future<T>> call) {
    return Future.future(promise -> vertx.runOnContext(_ -> call.get().onComplete(promise)));
  }

  private static <T> T wait(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(WAIT_MINUTES_MAX, TimeUnit.MINUTES);
  }

  private void say(String what) {
    System.out.println(contender.name() + ": " + what);
  }
}
