package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import tollgate.engine.FirstAnswers;
import tollgate.engine.FirstAnswers.Answer;
import tollgate.engine.FirstAnswers.Asked;
import tollgate.engine.FirstAnswers.Claim.Kept;
import tollgate.engine.FirstAnswers.Claim.OtherRequest;
import tollgate.engine.FirstAnswers.Claim.Running;
import tollgate.engine.FirstAnswers.Claim.Yours;
import tollgate.engine.Ids;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.web.GateAnswer.Known;

/**
 * A request that is repeated with its {@code Idempotency-Key} hears what it heard the first time
 * and does nothing again: draft-ietf-httpapi-idempotency-key-header. Without the header nothing is
 * asked and nothing is kept.
 */
final class Repeats {

  private final FirstAnswers answers;
  private final Ids ids;

  Repeats(FirstAnswers answers, Ids ids) {
    this.answers = answers;
    this.ids = ids;
  }

  /** The answer to the request that began an operation, when it came so far. */
  interface Begun extends Function<Payment.Id, Future<Optional<GateAnswer>>> {}

  /**
   * The action, done once for a key. It must begin the operation that the request names, so that
   * whoever takes over from a node that died begins the same one. {@code begun} is asked before
   * such a second try, and again when that was refused: the first may stand in its way.
   */
  GateDoor.Action once(GateDoor.Action action, Begun begun) {
    return request -> {
      var key = IdempotencyKey.of(request.ctx().request());
      return key == null ? action.apply(request) : keyed(request, key, action, begun);
    };
  }

  private Future<GateAnswer> keyed(
      GateRequest request, String text, GateDoor.Action action, Begun begun) {
    var key = new FirstAnswers.Key(request.project().id(), text);
    return ids.next()
        .compose(operation -> answers.claim(new Asked(key, fingerprint(request), operation)))
        .compose(claim ->
            switch (claim) {
              case Yours yours -> first(request, yours, action, begun);
              case Kept(Answer answer) -> Future.succeededFuture(GateAnswer.kept(answer));
              case Running _ -> Future.failedFuture(running());
              case OtherRequest _ -> Future.failedFuture(otherRequest());
            });
  }

  private Future<GateAnswer> first(
      GateRequest request, Yours claim, GateDoor.Action action, Begun begun) {
    var known = request.beginning(claim.operation());
    var answer =
        claim.operation() == claim.holder()
            ? done(known, action)
            : again(known, new Payment.Id(claim.key().project(), claim.operation()), action, begun);
    return answer.compose(it -> settled(claim, it));
  }

  private static Future<GateAnswer> again(
      GateRequest request, Payment.Id id, GateDoor.Action action, Begun begun) {
    return begun
        .apply(id)
        .compose(there -> there.map(Future::succeededFuture).orElseGet(() -> done(request, action)))
        .compose(answer ->
            answer.status() == 200
                ? Future.succeededFuture(answer)
                : begun.apply(id).map(there -> there.orElse(answer)));
  }

  /** Whatever goes wrong is an answer too. */
  private static Future<GateAnswer> done(GateRequest request, GateDoor.Action action) {
    var known = new Known(null, request.project().id(), null);
    try {
      return action
          .apply(request)
          .recover(failure -> Future.succeededFuture(GateDoor.failed(failure, known)));
    } catch (RuntimeException failure) {
      return Future.succeededFuture(GateDoor.failed(failure, known));
    }
  }

  /**
   * What could not be kept is answered all the same: the operation is in the book, and a repeat
   * will find it there when the lease has ended.
   */
  private Future<GateAnswer> settled(Yours claim, GateAnswer answer) {
    if (answer.isPassing()) return answers.release(claim).transform(_ -> answered(answer));

    return answers
        .keep(claim, new Answer(answer.status(), answer.text()))
        .map(GateAnswer::kept)
        .recover(_ -> answered(answer));
  }

  private static Future<GateAnswer> answered(GateAnswer answer) {
    return Future.succeededFuture(answer);
  }

  /** Of all that makes it the same request. */
  private static String fingerprint(GateRequest request) {
    var http = request.ctx().request();
    var digest = sha256();
    digest.update((http.method().name() + '\n' + http.path() + '\n').getBytes(UTF_8));
    return HexFormat.of().formatHex(digest.digest(request.sent()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new LinkageError("every Java has SHA-256", impossible);
    }
  }

  private static GateRefusal running() {
    return GateRefusal.of(
        409, Code.TRY_AGAIN, IdempotencyKey.HEADER, "the first request with this key is running");
  }

  private static GateRefusal otherRequest() {
    return GateRefusal.of(
        422, Code.VALIDATION_ERROR, IdempotencyKey.HEADER, "was used for another request");
  }
}
