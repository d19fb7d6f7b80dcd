package tollgate.load.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Keep-alive connections to one port, one request at a time on each, and more connections while all
 * are busy. Used on one event loop.
 */
public final class Wire {

  private static final int CONNECTIONS_MAX = 1024;

  /** Less than the gateway's, or a request may meet a connection that is just being closed. */
  private static final long IDLE_NANOS_MAX = TimeUnit.SECONDS.toNanos(15);

  /**
   * After a storm a thousand are idle: closed a few at a time, they are no storm of their own and are
   * gone within ten seconds.
   */
  private static final int CLOSED_AT_ONCE = 10;

  private static final long CLOSE_EVERY_MILLIS = 100;

  private record Request(Buffer bytes, Promise<Message> answer) {}

  private final NetClient client;
  private final int port;
  private final Deque<Line> idle = new ArrayDeque<>();
  private final Deque<Request> waiting = new ArrayDeque<>();
  private int lines;

  public Wire(Vertx vertx, int port) {
    client =
        vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true).setConnectTimeout(5_000));
    this.port = port;
    vertx.setPeriodic(CLOSE_EVERY_MILLIS, _ -> closeStale());
  }

  /** A POST as bytes, which can be made beforehand and sent any number of times. */
  public Buffer post(String path, String type, String body) {
    return Buffer.buffer(
        ("POST "
                + path
                + " HTTP/1.1\r\nHost: 127.0.0.1:"
                + port
                + "\r\nContent-Type: "
                + type
                + "\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body)
            .getBytes(ISO_8859_1));
  }

  /** Sends it; fails when the connection cannot be made or ends before the answer. */
  public Future<Message> send(Buffer request) {
    var promise = Promise.<Message>promise();
    var asked = new Request(request, promise);
    var line = idle.pollLast();
    if (line != null) line.send(asked);
    else queue(asked);
    return promise.future();
  }

  /** Opens connections until so many are idle, all at once; fails when one cannot be made. */
  public Future<Void> connect(int many) {
    var opened = new ArrayList<Future<?>>();
    for (int i = idle.size(); i < many; i++) opened.add(opened());
    return Future.all(opened).mapEmpty();
  }

  private Future<?> opened() {
    lines++;
    return client
        .connect(port, "127.0.0.1")
        .onSuccess(socket -> new Line(socket).goOn())
        .onFailure(_ -> lines--);
  }

  /** The first have been idle for the longest. */
  private void closeStale() {
    for (int i = 0; i < CLOSED_AT_ONCE; i++) {
      var oldest = idle.peekFirst();
      if (oldest == null || !oldest.isStale()) return;

      idle.removeFirst();
      oldest.socket.close();
    }
  }

  private void queue(Request asked) {
    waiting.add(asked);
    connect();
  }

  /** One more connection for those who wait, if there may be one more. */
  private void connect() {
    if (lines >= CONNECTIONS_MAX) return;

    opened()
        .onFailure(
            failure -> {
              var first = waiting.poll();
              if (first != null) first.answer().fail(failure);
            });
  }

  /** One connection. */
  private final class Line {

    private final NetSocket socket;
    private final Reading reading = new Reading();
    private Request asked;
    private long since = System.nanoTime();

    Line(NetSocket socket) {
      this.socket = socket;
      socket.handler(this::take);
      socket.closeHandler(_ -> close());
      socket.exceptionHandler(_ -> socket.close());
    }

    void send(Request request) {
      asked = request;
      socket.write(request.bytes());
    }

    /** What waits goes first; else this connection is there for the next. */
    void goOn() {
      var next = waiting.poll();
      if (next != null) {
        send(next);
        return;
      }
      since = System.nanoTime();
      idle.addLast(this);
    }

    boolean isStale() {
      return System.nanoTime() - since > IDLE_NANOS_MAX;
    }

    private void take(Buffer bytes) {
      reading.add(bytes.getBytes());
      var message = reading.next();
      if (message.isEmpty() || asked == null) return;

      var answer = asked.answer();
      asked = null;
      answer.complete(message.get());
      goOn();
    }

    private void close() {
      lines--;
      idle.remove(this);
      if (asked != null) asked.answer().fail("connection closed");
      if (!waiting.isEmpty()) connect();
    }
  }
}
