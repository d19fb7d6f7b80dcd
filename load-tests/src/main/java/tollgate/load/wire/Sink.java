package tollgate.load.wire;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The merchants' side: takes every webhook, hands it to the flow that waits for it, and keeps its own
 * book of what it was told, against which the gateway's is checked.
 */
public final class Sink {

  /** Who waits for the webhooks of one payment. */
  public interface Flow {

    /** The intermediate webhook as it came: the flow reads of it what it needs, and no more. */
    void redirected(String webhook);

    void ended(String status);
  }

  private static final Buffer TAKEN = Buffer.buffer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  private static final long DRAIN_SECONDS_MAX = 120;
  private static final int BACKLOG = 1024;

  private final Vertx vertx;
  private final Map<String, Flow> flows = new HashMap<>();
  private final Set<String> succeeded = new HashSet<>();
  private long finals;
  private long strangers;

  public Sink(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Takes webhooks on this port, 0 for any that is free. */
  public Future<NetServer> listen(int port) {
    return listen(port, this::merchant);
  }

  /** A merchant whose server takes connections and never answers. */
  public Future<NetServer> listenInSilence(int port) {
    return listen(port, _ -> {});
  }

  private Future<NetServer> listen(int port, Handler<NetSocket> merchant) {
    var options = new NetServerOptions().setTcpNoDelay(true).setAcceptBacklog(BACKLOG);
    return vertx.createNetServer(options).connectHandler(merchant).listen(port, "127.0.0.1");
  }

  private void merchant(NetSocket socket) {
    var reading = new Reading();
    socket.handler(
        bytes -> {
          reading.add(bytes.getBytes());
          for (var got = reading.next(); got.isPresent(); got = reading.next()) {
            socket.write(TAKEN);
            take(got.get().body());
          }
        });
  }

  public void expect(String paymentId, Flow flow) {
    flows.put(paymentId, flow);
  }

  /** Nothing will come for it: it was not taken. */
  public void forget(String paymentId) {
    flows.remove(paymentId);
  }

  /** A final webhook is read by its first words alone: the merchant's own work is not measured. */
  private void take(String webhook) {
    var id = Message.member(webhook, "\"payment\":{\"id\":\"");
    if (webhook.contains("\"redirect_data\"")) {
      var flow = flows.get(id);
      if (flow != null) flow.redirected(webhook);
      return;
    }
    var status = Message.member(webhook, "\"status\":\"");
    finals++;
    if (status.equals("success")) succeeded.add(id);
    var flow = flows.remove(id);
    if (flow == null) strangers++;
    else flow.ended(status);
  }

  /** Payments of which we were told that they succeeded, each once. */
  public Set<String> succeeded() {
    return succeeded;
  }

  public long finals() {
    return finals;
  }

  /** Final webhooks that came twice, or that nobody waited for. */
  public long strangers() {
    return strangers;
  }

  /** Completes when nobody waits any more, or after two minutes: webhooks may lag behind a storm. */
  public Future<Void> drained() {
    var promise = Promise.<Void>promise();
    var ends = System.nanoTime() + TimeUnit.SECONDS.toNanos(DRAIN_SECONDS_MAX);
    vertx.setPeriodic(
        20,
        timer -> {
          if (waiting() > 0 && System.nanoTime() < ends) return;
          vertx.cancelTimer(timer);
          promise.complete();
        });
    return promise.future();
  }

  public int waiting() {
    return flows.size();
  }
}
