package tollgate.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Top-ups through a power cut: what was accepted must be there afterwards, and what the gateway calls
 * a success the merchant must be told, sooner or later.
 */
final class Crash {

  private static final int ASKING_AT_ONCE = 32;

  private final Vertx vertx;
  private final Target target;
  private final Sink sink;
  private final List<String> wallets;
  private final Set<String> accepted = new HashSet<>();
  private final Map<String, String> statuses = new HashMap<>();
  private int number;

  Crash(Vertx vertx, Target target, Sink sink, List<String> wallets) {
    this.vertx = vertx;
    this.target = target;
    this.sink = sink;
    this.wallets = wallets;
  }

  /** Offers top-ups at a fixed rate; whatever fails, fails. */
  Future<Void> load(double perSecond, long seconds) {
    return new OpenLoad(vertx, perSecond, Math.round(perSecond * seconds)).run(_ -> start());
  }

  private void start() {
    var id = "crash-" + Long.toString(System.nanoTime(), 36) + "-" + number++;
    sink.expect(
        id,
        new Sink.Flow() {
          @Override
          public void redirected(String webhook) {
            target.playCustomer(webhook);
          }

          @Override
          public void ended(String status) {}
        });
    target
        .sale(id, wallets.get(number % wallets.size()), 1000)
        .onSuccess(
            reply -> {
              if (reply.status() == 200) accepted.add(id);
            });
  }

  int accepted() {
    return accepted.size();
  }

  /** Asks for every accepted payment: how many are in which status. */
  Future<Map<String, Integer>> ask() {
    var left = new ArrayDeque<>(accepted);
    var asking = new ArrayList<Future<Void>>();
    statuses.clear();
    for (int i = 0; i < ASKING_AT_ONCE; i++) asking.add(askNext(left));
    return Future.all(asking)
        .map(
            _ -> {
              var counts = new TreeMap<String, Integer>();
              statuses.values().forEach(status -> counts.merge(status, 1, Integer::sum));
              return counts;
            });
  }

  private Future<Void> askNext(ArrayDeque<String> left) {
    var id = left.poll();
    if (id == null) return Future.succeededFuture();

    return target
        .status(id)
        .compose(
            reply -> {
              var status = new JsonObject(reply.body()).getJsonObject("payment");
              statuses.put(id, status.getString("status"));
              return askNext(left);
            });
  }

  /** Payments that the gateway calls a success and of which the merchant has not heard. */
  long untold() {
    return statuses.entrySet().stream()
        .filter(payment -> payment.getValue().equals("success"))
        .filter(payment -> !sink.hasSucceeded(payment.getKey()))
        .count();
  }

  /** Whether every accepted payment is decided or waits for its customer, and the merchant knows. */
  boolean isSettled(Map<String, Integer> counts) {
    return !counts.isEmpty() && !counts.containsKey("processing") && untold() == 0;
  }
}
