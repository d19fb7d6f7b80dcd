package tollgate.peer;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Requests to one port of this machine, on connections that are kept. The same client for both. */
final class Http {

  private static final int CONNECTIONS_MAX = 256;

  /**
   * Less than that of either server, or a request may meet a connection that is just being closed.
   */
  private static final int KEEP_ALIVE_SECONDS = 15;

  /** A flow that waits longer is broken, not slow. */
  private static final long ANSWER_SECONDS_MAX = 60;

  private final HttpClient client;
  private final int port;

  Http(Vertx vertx, int port) {
    this.port = port;
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(true)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setTcpNoDelay(true),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX));
  }

  /** An answer of the 2xx kind; any other fails with what was said. */
  record Reply(String location, String body) {}

  Future<Reply> get(String path, Map<String, String> headers) {
    return send(HttpMethod.GET, path, headers, "");
  }

  Future<Reply> post(String path, Map<String, String> headers, String body) {
    return send(HttpMethod.POST, path, headers, body);
  }

  private Future<Reply> send(
      HttpMethod method, String path, Map<String, String> headers, String body) {
    return client
        .request(method, port, "127.0.0.1", path)
        .compose(request -> {
          headers.forEach(request::putHeader);
          return body.isEmpty() ? request.send() : request.send(body);
        })
        .compose(response ->
            response
                .body()
                .map(bytes -> {
                  var text = bytes.toString();
                  if (response.statusCode() / 100 != 2) {
                    throw new Refused(path, response.statusCode(), text);
                  }
                  return new Reply(response.getHeader("Location"), text);
                }))
        .timeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
  }

  /** Somebody said no. Without the ids in it, so that what is alike is counted together. */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int SHOWN_MAX = 160;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    Refused(String path, int status, String body) {
      super(ID.matcher(status + " to " + path + ": " + start(body)).replaceAll("…"));
    }

    private static String start(String body) {
      return body.substring(0, Math.min(SHOWN_MAX, body.length()));
    }
  }
}
