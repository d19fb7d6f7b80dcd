package tollgate.load.scenario;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tollgate.load.ground.ClosedLoad;
import tollgate.load.ground.OpenLoad;
import tollgate.load.ground.Run;
import tollgate.load.ground.Scenario;
import tollgate.load.wire.Message;
import tollgate.load.wire.Sink;

/**
 * Top-ups through a power cut, with the sandbox as provider, for its callbacks come again: what was
 * accepted must be there afterwards, and what the gateway calls a success the merchant must be told,
 * sooner or later.
 */
public final class Crash implements Scenario {

  private static final int SECONDS = 10;
  private static final int RATE_MAX = 200;
  private static final long CRASH_AFTER_MILLIS = 6_000;
  private static final int ASKING_AT_ONCE = 32;
  private static final int ROUNDS_MAX = 40;
  private static final long ROUND_SECONDS = 2;

  private final Set<String> accepted = new HashSet<>();
  private final Map<String, String> statuses = new HashMap<>();
  private int number;

  @Override
  public String name() {
    return "kill -9 amid top-ups";
  }

  @Override
  public void run(Run run) throws Exception {
    var gateway = run.ground().gateway();
    var killer = Thread.ofVirtual().start(() -> kill(run));
    var rate = Math.min(RATE_MAX, run.sizes().rate());
    var load = new OpenLoad(run.vertx(), name(), rate, (long) rate * SECONDS);
    run.await(() -> load.run(_ -> start(run)));
    killer.join();
    gateway.start();
    run.report().row("start-up afterwards", "%.2f s".formatted(gateway.startUp().toMillis() / 1e3));
    for (int round = 0; round < ROUNDS_MAX && !isSettled(run); round++) {
      run.await(() -> run.vertx().timer(ROUND_SECONDS, TimeUnit.SECONDS));
      run.await(() -> ask(run));
    }
    report(run);
  }

  private static void kill(Run run) {
    try {
      Thread.sleep(CRASH_AFTER_MILLIS);
      run.ground().gateway().kill();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void start(Run run) {
    var id = "crash-" + Long.toString(System.nanoTime(), 36) + "-" + number++;
    var wallets = run.ground().wallets();
    run.sink().expect(id, new Customer(run));
    run.ground()
        .merchant()
        .sale(id, wallets.get(number % wallets.size()), 1000)
        .onSuccess(
            reply -> {
              if (reply.isOk()) accepted.add(id);
            });
  }

  private record Customer(Run run) implements Sink.Flow {

    @Override
    public void redirected(String webhook) {
      run.ground().provider().playCustomer(webhook);
    }

    @Override
    public void ended(String status) {}
  }

  /** Asks for every accepted payment. */
  private Future<Double> ask(Run run) {
    Queue<String> left = new ArrayDeque<>(accepted);
    statuses.clear();
    return new ClosedLoad(ASKING_AT_ONCE)
        .run(() -> !left.isEmpty(), () -> ask(run, left.poll()));
  }

  private Future<?> ask(Run run, String id) {
    return run.ground()
        .merchant()
        .status(id)
        .onSuccess(reply -> statuses.put(id, status(reply)))
        .onFailure(failure -> statuses.put(id, "error"));
  }

  private static String status(Message reply) {
    return reply.isOk() ? Message.member(reply.body(), "\"status\":\"") : "error";
  }

  /** Payments that the gateway calls a success and of which the merchant has not heard. */
  private List<String> untold(Run run) {
    var untold = new ArrayList<String>();
    statuses.forEach(
        (id, status) -> {
          if (status.equals("success") && !run.sink().succeeded().contains(id)) untold.add(id);
        });
    return untold;
  }

  /** Every accepted payment is decided or waits for its customer, and the merchant knows. */
  private boolean isSettled(Run run) {
    var open = statuses.containsValue("processing") || statuses.containsValue("error");
    return !statuses.isEmpty() && !open && untold(run).isEmpty();
  }

  private void report(Run run) throws Exception {
    var counts = new TreeMap<String, Integer>();
    statuses.values().forEach(status -> counts.merge(status, 1, Integer::sum));
    var untold = untold(run).size();
    run.report().row("accepted before the kill", Integer.toString(accepted.size()));
    run.report().row("their statuses afterwards", counts.toString());
    run.report().row("successes the merchant has not heard of", Integer.toString(untold));
    if (counts.containsKey("error") || untold > 0) run.unsound("lost in the crash: " + counts);
    run.prove();
  }
}
