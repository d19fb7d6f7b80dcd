package tollgate.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Callbacks to credited money: payments are opened and left waiting for their customers, then the
 * provider's callbacks come, either as fast as they are answered or at a fixed rate. A callback that
 * is answered is committed, so answers a second are credits a second.
 */
final class Storm {

  private static final int OPENING_AT_ONCE = 64;
  private static final int CALLBACKS_AT_ONCE = 256;

  private final Vertx vertx;
  private final Target target;
  private final Sink sink;
  private final long gateway;
  private final Deque<Buffer> ready = new ArrayDeque<>();

  private long refused;

  Storm(Vertx vertx, Target target, Sink sink, long gateway) {
    this.vertx = vertx;
    this.target = target;
    this.sink = sink;
    this.gateway = gateway;
  }

  /**
   * Opens so many payments, waits until each was redirected, and signs their callbacks beforehand: a
   * provider's own work is not what is measured.
   */
  Future<Void> prepare(int payments, List<String> wallets, String prefix) {
    var promise = Promise.<Void>promise();
    var opening = new int[] {0, 0};
    Runnable[] next = new Runnable[1];
    next[0] =
        () -> {
          if (opening[0] >= payments) return;
          var n = opening[0]++;
          var id = prefix + "-" + Long.toString(System.nanoTime(), 36) + "-" + n;
          sink.expect(
              id,
              new Sink.Flow() {
                @Override
                public void redirected(String webhook) {
                  ready.add(target.paid(webhook));
                  if (++opening[1] == payments) promise.complete();
                }

                @Override
                public void ended(String status) {}
              });
          target
              .sale(id, wallets.get(n % wallets.size()), 1000)
              .onComplete(
                  reply -> {
                    if (reply.failed() || reply.result().status() != 200) {
                      promise.tryFail("sale: " + reply.result() + reply.cause());
                    }
                    next[0].run();
                  });
        };
    for (int i = 0; i < OPENING_AT_ONCE; i++) next[0].run();
    return promise.future();
  }

  /** All callbacks of the prepared payments, as fast as they are answered: credits a second. */
  Future<Double> flatOut() {
    var total = ready.size();
    var promise = Promise.<Double>promise();
    var begin = System.nanoTime();
    var answered = new int[1];
    Runnable[] next = new Runnable[1];
    next[0] =
        () -> {
          var callback = ready.poll();
          if (callback == null) return;
          target
              .callback(gateway, callback)
              .onComplete(
                  reply -> {
                    if (reply.failed() || reply.result().status() != 200) refused++;
                    if (++answered[0] == total) {
                      promise.complete(total / ((System.nanoTime() - begin) / 1e9));
                    }
                    next[0].run();
                  });
        };
    for (int i = 0; i < CALLBACKS_AT_ONCE; i++) next[0].run();
    return promise.future();
  }

  /** The prepared payments' callbacks at a fixed rate: microseconds from intended start to answer. */
  Future<Histogram> at(double perSecond) {
    var acks = TopUps.histogram();
    var load = new OpenLoad(vertx, perSecond, ready.size());
    return load.run(
            intended -> {
              var callback = ready.poll();
              if (callback == null) return;
              target
                  .callback(gateway, callback)
                  .onSuccess(
                      reply -> {
                        if (reply.status() != 200) refused++;
                        acks.recordValue((System.nanoTime() - intended) / 1000);
                      })
                  .onFailure(_ -> refused++);
            })
        .compose(_ -> vertx.timer(2, TimeUnit.SECONDS))
        .map(acks);
  }

  long refused() {
    return refused;
  }
}
