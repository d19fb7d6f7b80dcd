package tollgate.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.HttpUtil;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tollgate.payment.Code;
import tollgate.provider.Reply;

/**
 * Sends one message and brings one answer, within limits that hold against any server: a deadline
 * for the whole of it, a bound for the body, and no redirect is ever followed. One event loop only.
 */
final class Courier {

  /**
   * Its limits.
   *
   * @param connect for a connection
   * @param total from the first byte of a look-up to the last of the answer
   * @param keepAlive of idle connections
   * @param connectionsMax to one address
   * @param bytesMax of an answer's body
   */
  record Limits(
      Duration connect, Duration total, Duration keepAlive, int connectionsMax, int bytesMax) {}

  private final Vertx vertx;
  private final HttpClient client;
  private final Limits limits;

  Courier(Vertx vertx, Limits limits) {
    this.vertx = vertx;
    this.limits = limits;
    client = vertx.createHttpClient(options(limits), pool(limits));
  }

  private static HttpClientOptions options(Limits limits) {
    return new HttpClientOptions()
        .setConnectTimeout((int) limits.connect().toMillis())
        .setKeepAliveTimeout((int) Math.max(1, limits.keepAlive().toSeconds()))
        .setDecompressionSupported(false)
        .setShared(false);
  }

  /**
   * Whoever sends bounds how much is in flight; the queue here only bridges a closing connection.
   */
  private static PoolOptions pool(Limits limits) {
    return new PoolOptions()
        .setHttp1MaxSize(limits.connectionsMax())
        .setMaxWaitQueueSize(limits.connectionsMax())
        .setMaxLifetime(10)
        .setMaxLifetimeUnit(TimeUnit.MINUTES);
  }

  /** There was a connection, and no byte went out, for what had to be done before was not. */
  static final class HeldBack extends RuntimeException {

    private static final long serialVersionUID = 1;

    HeldBack(Throwable cause) {
      super(null, cause, false, false);
    }
  }

  /** Fails with {@link Unsent} when no byte went out, and with anything else when one may have. */
  Future<Reply> send(RequestOptions where, Buffer body) {
    return send(where, body, Future::succeededFuture);
  }

  /**
   * The same, but once there is a connection {@code ready} is asked first. Fails with {@link
   * HeldBack} when that fails; the time it takes is part of the whole.
   */
  Future<Reply> send(RequestOptions where, Buffer body, Supplier<Future<Void>> ready) {
    var trip = new Trip(ready);
    trip.begin(where.setFollowRedirects(false), body);
    return trip.promise.future();
  }

  Future<Void> close() {
    return client.close();
  }

  private final class Trip {

    private final Promise<Reply> promise = Promise.promise();
    private final long timer = vertx.setTimer(limits.total().toMillis(), _ -> expire());
    private final Supplier<Future<Void>> ready;
    private @Nullable HttpClientRequest request;

    Trip(Supplier<Future<Void>> ready) {
      this.ready = ready;
    }

    void begin(RequestOptions where, Buffer body) {
      client
          .request(where)
          .onSuccess(opened -> open(opened, body))
          .onFailure(failure -> fail(new Unsent(Code.NETWORK_ERROR, said(failure))));
    }

    private void open(HttpClientRequest opened, Buffer body) {
      if (promise.future().isComplete()) {
        opened.reset();
        return;
      }
      ready
          .get()
          .onSuccess(_ -> send(opened, body))
          .onFailure(failure -> {
            opened.reset();
            fail(new HeldBack(failure));
          });
    }

    private void send(HttpClientRequest opened, Buffer body) {
      if (promise.future().isComplete()) {
        opened.reset();
        return;
      }
      request = opened;
      opened.send(body).onSuccess(this::read).onFailure(this::fail);
    }

    private void read(HttpClientResponse response) {
      var body = Buffer.buffer();
      response
          .exceptionHandler(this::fail)
          .endHandler(_ -> succeed(new Reply(response.statusCode(), text(response, body))))
          .handler(chunk -> {
            if (body.length() + chunk.length() > limits.bytesMax()) cut("answer too long");
            else body.appendBuffer(chunk);
          });
    }

    /** What names a charset that we do not have is read as most are. */
    private static String text(HttpClientResponse response, Buffer body) {
      var named = response.getHeader(HttpHeaders.CONTENT_TYPE);
      return body.toString(HttpUtil.getCharset(named == null ? "" : named, UTF_8));
    }

    private void expire() {
      if (request == null) fail(new Unsent(Code.NETWORK_ERROR, "no connection in time"));
      else cut("no answer in time");
    }

    /** Whatever still comes is not wanted: the connection goes with it. */
    private void cut(String why) {
      fail(new TimeoutException(why));
      if (request != null) request.reset();
    }

    private void succeed(Reply reply) {
      vertx.cancelTimer(timer);
      promise.tryComplete(reply);
    }

    private void fail(Throwable failure) {
      vertx.cancelTimer(timer);
      promise.tryFail(failure);
    }
  }

  static String said(Throwable failure) {
    var message = failure.getMessage();
    return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
