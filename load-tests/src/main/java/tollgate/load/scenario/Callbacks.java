package tollgate.load.scenario;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import tollgate.load.ground.ClosedLoad;
import tollgate.load.ground.OpenLoad;
import tollgate.load.ground.Run;
import tollgate.load.measure.Failures;
import tollgate.load.measure.Latencies;
import tollgate.load.wire.Message;
import tollgate.load.wire.Sink;

/**
 * Callbacks to credited money: payments are opened and left waiting for their customers, then the
 * provider's callbacks come, either as fast as they are answered or at a fixed rate. A callback that
 * is answered is committed, so answers a second are credits a second.
 */
final class Callbacks {

  /** Enough that while some wait for their commit, others are read: two full batches and more. */
  static final int CALLBACKS_AT_ONCE = 1024;

  private static final int OPENING_AT_ONCE = 64;
  private static final long AMOUNT = 1000;

  private final Run run;
  private final String name;
  private final Deque<Buffer> ready = new ArrayDeque<>();
  private final Promise<Void> allRedirected = Promise.promise();
  private final Failures failures = new Failures();
  private int opened;

  Callbacks(Run run, String name) {
    this.run = run;
    this.name = name;
  }

  /**
   * Opens so many payments, waits until each was redirected, and signs their callbacks beforehand: a
   * provider's own work is not what is measured.
   */
  Future<Void> prepare(int payments, List<String> wallets) {
    var series = Long.toString(System.nanoTime(), 36) + "-";
    return new ClosedLoad(OPENING_AT_ONCE)
        .run(() -> opened < payments, () -> open(series, payments, wallets))
        .compose(_ -> allRedirected.future());
  }

  private Future<?> open(String series, int payments, List<String> wallets) {
    var number = opened++;
    var id = series + number;
    run.sink().expect(id, new Redirected(payments));
    return run.ground()
        .merchant()
        .sale(id, wallets.get(number % wallets.size()), AMOUNT)
        .onSuccess(
            reply -> {
              if (!reply.isOk()) allRedirected.tryFail("sale: " + reply);
            })
        .onFailure(allRedirected::tryFail);
  }

  private final class Redirected implements Sink.Flow {

    private final int payments;

    Redirected(int payments) {
      this.payments = payments;
    }

    @Override
    public void redirected(String webhook) {
      ready.add(run.ground().provider().paid(webhook));
      if (ready.size() == payments) allRedirected.tryComplete();
    }

    @Override
    public void ended(String status) {
      if (!status.equals("success")) failures.ended(status);
    }
  }

  /** Makes the connections that {@link #flatOut} needs. */
  Future<Void> connect() {
    return run.ground().provider().connect(CALLBACKS_AT_ONCE);
  }

  /** All callbacks of the prepared payments, as fast as they are answered: credits a second. */
  Future<Double> flatOut() {
    return new ClosedLoad(CALLBACKS_AT_ONCE).run(() -> !ready.isEmpty(), () -> tell(ready.poll()));
  }

  private Future<Message> tell(Buffer callback) {
    return run.ground()
        .provider()
        .tell(callback)
        .onSuccess(
            reply -> {
              if (!reply.isOk()) failures.answered(reply.status());
            })
        .onFailure(failures::broken);
  }

  /**
   * So many of them at a fixed rate, each from its intended start to its answer: how late the
   * generator was itself.
   */
  Future<String> at(double perSecond, int count, Latencies acknowledged) {
    var load = new OpenLoad(run.vertx(), name, perSecond, count);
    var answered = new AllAnswered(count, acknowledged);
    return load.run(answered::tell).compose(_ -> answered.all.future()).map(_ -> load.late());
  }

  /** Counts them, for what is kept of each is one more thing for the generator's collector. */
  private final class AllAnswered {

    final Promise<Void> all = Promise.promise();
    private final Latencies acknowledged;
    private int open;

    AllAnswered(int count, Latencies acknowledged) {
      open = count;
      this.acknowledged = acknowledged;
    }

    void tell(long intended) {
      Callbacks.this
          .tell(ready.poll())
          .onSuccess(
              reply -> {
                if (reply.isOk()) acknowledged.since(intended);
              })
          .onComplete(
              _ -> {
                if (--open == 0) all.complete();
              });
    }
  }

  Failures failures() {
    return failures;
  }
}
