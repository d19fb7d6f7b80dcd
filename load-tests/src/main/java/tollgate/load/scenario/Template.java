package tollgate.load.scenario;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.TimeUnit;
import tollgate.load.ground.Run;
import tollgate.load.wire.Sink;

/** One real payment, made through the gateway, of which the database can be filled with copies. */
final class Template {

  /** What is told is numbered some moments after it was committed. */
  private static final long NUMBERED_SECONDS = 1;

  private Template() {}

  /** A payment that waits for its customer. */
  static String waiting(Run run) throws Exception {
    return run.await(() -> make(run, false));
  }

  /** A top-up of the last wallet that was credited. */
  static String credited(Run run) throws Exception {
    return run.await(() -> make(run, true));
  }

  private static Future<String> make(Run run, boolean paid) {
    var id = "template-" + Long.toString(System.nanoTime(), 36);
    var ready = Promise.<String>promise();
    var provider = run.ground().provider();
    run.sink()
        .expect(
            id,
            new Sink.Flow() {
              @Override
              public void redirected(String webhook) {
                if (paid) {
                  provider.tell(provider.paid(webhook));
                  return;
                }
                run.sink().forget(id);
                ready.complete(id);
              }

              @Override
              public void ended(String status) {
                ready.tryComplete(id);
              }
            });
    run.ground().merchant().sale(id, run.ground().wallets().getLast(), 1000);
    return ready
        .future()
        .compose(_ -> run.vertx().timer(NUMBERED_SECONDS, TimeUnit.SECONDS))
        .map(_ -> id);
  }
}
