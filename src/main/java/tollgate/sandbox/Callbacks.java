package tollgate.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Delivers the callbacks of one provider until the merchant is content or the table ends. */
public final class Callbacks {

  /** Speed and bounds of all deliveries. */
  public record Pace(double timeScale, int waitingMax, long answerTimeoutMillis) {}

  private static final int HOPS_MAX = 5;
  private static final int ANSWER_BYTES_MAX = 16_384;
  private static final int ANSWER_LOGGED_MAX = 120;

  private final HttpClient client;
  private final Timers timers;
  private final InstantSource clock;
  private final Pace pace;
  private final RetryTable table;
  private final AtomicInteger waiting = new AtomicInteger();

  Callbacks(HttpClient client, Timers timers, InstantSource clock, Pace pace, RetryTable table) {
    this.client = client;
    this.timers = timers;
    this.clock = clock;
    this.pace = pace;
    this.table = table;
  }

  /** The result succeeds, never fails, when the first attempt of every copy is over. */
  public Future<Void> send(Callback callback, Faults faults) {
    if (callback.url().isEmpty() || faults.has(Fault.SILENT)) return Future.succeededFuture();

    if (!faults.has(Fault.DELAY)) return copies(callback, faults);

    Promise<Void> first = Promise.promise();
    timers.after(faults.value(Fault.DELAY), () -> copies(callback, faults).onComplete(first));
    return first.future();
  }

  /** A question, asked once: what is answered decides what happens next. It never fails. */
  public Future<Answer> ask(Callback callback) {
    return deliver(callback.message().apply(Spoil.NOT), callback.url(), 0)
        .otherwise(failure -> new Answer.Silence(String.valueOf(failure.getMessage())))
        .onSuccess(answer -> note(callback, 1, Spoil.NOT, answer.told()));
  }

  private Future<Void> copies(Callback callback, Faults faults) {
    var first = attempt(callback, faults, 1);
    for (var copy = 1; copy < faults.value(Fault.DUPLICATE); copy++) {
      var more = attempt(callback, faults, 1);
      first = first.compose(_ -> more);
    }
    return first;
  }

  private Future<Void> attempt(Callback callback, Faults faults, int number) {
    var spoil = Spoil.of(faults, number);
    return deliver(callback.message().apply(spoil), callback.url(), 0)
        .otherwise(failure -> new Answer.Silence(String.valueOf(failure.getMessage())))
        .map(answer -> {
          note(callback, number, spoil, answer.told());
          repeat(callback, faults, number, answer);
          return null;
        });
  }

  private void repeat(Callback callback, Faults faults, int number, Answer answer) {
    var pause = table.pauseMillis(number, answer);
    if (pause.isEmpty()) return;
    if (waiting.incrementAndGet() > pace.waitingMax()) {
      waiting.decrementAndGet();
      var spoil = Spoil.of(faults, number);
      note(callback, number, spoil, "given up: too many callbacks wait");
      return;
    }
    timers.after(
        Math.round(pause.getAsLong() * pace.timeScale()),
        () -> {
          waiting.decrementAndGet();
          var _ = attempt(callback, faults, number + 1);
        });
  }

  private void note(Callback callback, int number, Spoil spoil, String answer) {
    var at = clock.instant();
    callback.log().add(new AttemptLog.Attempt(at, callback, number, spoil, answer));
  }

  private Future<Answer> deliver(Callback.Message message, String url, int hops) {
    return Future.succeededFuture()
        .compose(_ -> client.request(options(message, url)))
        .compose(request -> exchange(request, message))
        .compose(answer -> {
          var again = answer.status() == 307 || answer.status() == 308;
          if (!again || !table.followsRepeatedPosts() || hops == HOPS_MAX) {
            return Future.succeededFuture(answer);
          }
          return deliver(message, answer.location(), hops + 1);
        });
  }

  private RequestOptions options(Callback.Message message, String url) {
    return new RequestOptions()
        .setMethod(message.method())
        .setAbsoluteURI(message.address(url))
        .setFollowRedirects(false)
        .setConnectTimeout(pace.answerTimeoutMillis())
        .setIdleTimeout(pace.answerTimeoutMillis());
  }

  private Future<Answer.Answered> exchange(HttpClientRequest request, Callback.Message message) {
    message.headers().forEach(request::putHeader);
    return request
        .send(Buffer.buffer(message.body()))
        .compose(Callbacks::read)
        .timeout(pace.answerTimeoutMillis(), TimeUnit.MILLISECONDS)
        // Without the reset a merchant that drips bytes would keep the connection for ever.
        .onFailure(_ -> request.reset());
  }

  private static Future<Answer.Answered> read(HttpClientResponse response) {
    var body = Buffer.buffer();
    Promise<Answer.Answered> done = Promise.promise();
    response
        .handler(part -> {
          if (body.length() + part.length() <= ANSWER_BYTES_MAX) body.appendBuffer(part);
        })
        .exceptionHandler(done::tryFail)
        .endHandler(_ -> done.tryComplete(answered(response, body)));
    return done.future();
  }

  private static Answer.Answered answered(HttpClientResponse response, Buffer body) {
    var text = body.toString(StandardCharsets.UTF_8).strip();
    var location = response.getHeader("Location");
    return new Answer.Answered(
        response.statusCode(),
        text.substring(0, Math.min(text.length(), ANSWER_LOGGED_MAX)),
        location == null ? "" : location);
  }
}
