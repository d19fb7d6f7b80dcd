package tollgate.web;

import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Refusals;
import tollgate.web.GateAnswer.Known;

/** Refuses money requests, and remembers each under an id that the merchant can ask about. */
final class Refusing {

  /** Refusals on their way to the store; more are not remembered, for a flood must not fill us. */
  private static final int REMEMBERING_MAX = 256;

  private final Refusals refusals;
  private final RequestIds requestIds;
  private final AtomicInteger remembering = new AtomicInteger();

  Refusing(Refusals refusals, RequestIds requestIds) {
    this.refusals = refusals;
    this.requestIds = requestIds;
  }

  /** What has been read of a request; who is refused after that can ask by this id too. */
  interface Asked {
    String paymentId();
  }

  /**
   * A request is read and then begun. Refused in either, it is remembered; what was our fault is
   * not.
   */
  <A extends Asked> Future<GateAnswer> unless(
      GateRequest request, Supplier<A> read, Function<A, Future<GateAnswer>> begin) {
    var project = request.project().id();
    A asked = null;
    try {
      asked = read.get();
      return begin.apply(asked).otherwise(after(project, asked.paymentId()));
    } catch (GateRefusal refusal) {
      var paymentId = asked == null ? null : asked.paymentId();
      return Future.succeededFuture(refuse(project, paymentId, refusal));
    }
  }

  /** {@code paymentId} when it was read before the refusal. */
  private GateAnswer refuse(long project, @Nullable String paymentId, GateRefusal refusal) {
    var requestId = requestIds.of(0);
    var answer = GateAnswer.refused(refusal, new Known(requestId, project, paymentId));
    if (remembering.incrementAndGet() <= REMEMBERING_MAX) {
      refusals
          .remember(project, requestId, answer.text())
          .onComplete(_ -> remembering.decrementAndGet());
    } else {
      remembering.decrementAndGet();
    }
    return answer;
  }

  /** Whatever it failed of: what was refused is remembered, what was our fault is not. */
  private Function<Throwable, GateAnswer> after(long project, String paymentId) {
    return failure ->
        failure instanceof GateRefusal refusal
            ? refuse(project, paymentId, refusal)
            : GateDoor.failed(failure, new Known(null, project, paymentId));
  }
}
