package tollgate.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of one request, whole and as it came: signatures are over these bytes. Not the
 * library's own reader, which takes forms apart.
 */
final class Bodies {

  /** What is read and thrown away of a body that is too large, so that the answer is heard. */
  private static final int DRAIN_BYTES_MAX = 1024 * 1024;

  private static final Buffer NOTHING = Buffer.buffer(0);

  /** Timers count from 0. */
  private static final long NONE = -1;

  private final RoutingContext ctx;
  private final int bytesMax;
  private final Consumer<byte[]> then;
  private Buffer body = NOTHING;
  private long drained;
  private boolean refused;
  private boolean isOver;
  private long timer = NONE;

  private Bodies(RoutingContext ctx, int bytesMax, Consumer<byte[]> then) {
    this.ctx = ctx;
    this.bytesMax = bytesMax;
    this.then = then;
  }

  /** Gives the body on, or fails the context: 413 too large, 408 too slow. */
  static void read(RoutingContext ctx, WebOptions.Limits limits, Consumer<byte[]> then) {
    new Bodies(ctx, limits.bodyBytesMax(), then).start(limits.bodyWait().toMillis());
  }

  private void start(long waitMillis) {
    var request = ctx.request();
    request.handler(this::chunk);
    request.endHandler(_ -> {
      over();
      if (!refused) then.accept(whole());
    });
    request.exceptionHandler(_ -> over());
    // Nearly all come in one piece with their headers, so they are here before this is.
    ctx.vertx().runOnContext(_ -> timed(waitMillis));
    if (declared(request.getHeader("content-length")) > bytesMax) refuse(413);
  }

  /** It is let go of here: whoever waits for the answer has what was read of it. */
  private byte[] whole() {
    var bytes = body.getBytes();
    body = NOTHING;
    return bytes;
  }

  private void timed(long waitMillis) {
    if (!isOver) timer = ctx.vertx().setTimer(waitMillis, _ -> tooSlow());
  }

  private void over() {
    isOver = true;
    if (timer != NONE) ctx.vertx().cancelTimer(timer);
  }

  private void chunk(Buffer chunk) {
    if (refused) {
      drain(chunk);
      return;
    }
    if (body.length() + chunk.length() > bytesMax) {
      refuse(413);
      drain(chunk);
      return;
    }
    // Nearly always it is the only one.
    body = body.length() == 0 ? chunk : body.appendBuffer(chunk);
  }

  private void drain(Buffer chunk) {
    drained += chunk.length();
    if (drained > DRAIN_BYTES_MAX) ctx.request().connection().close();
  }

  private void tooSlow() {
    if (!refused) refuse(408);
    ctx.request().connection().close();
  }

  private void refuse(int status) {
    refused = true;
    body = NOTHING;
    ctx.fail(status);
  }

  /** A length that is no number is the HTTP codec's to refuse. */
  private static long declared(@Nullable String length) {
    if (length == null || length.isEmpty() || length.length() > 18) return 0;

    return length.chars().allMatch(c -> c >= '0' && c <= '9') ? Long.parseLong(length) : 0;
  }
}
