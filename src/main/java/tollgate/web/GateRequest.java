package tollgate.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Ids;
import tollgate.json.Json;
import tollgate.payment.Code;
import tollgate.signing.ForbiddenText;
import tollgate.signing.GateSignature;
import tollgate.tenant.Project;

/**
 * A request that its project has signed. Its members are not checked yet.
 *
 * @param sent the body as it came; not a copy
 * @param operation what it begins, when that was settled before it came to its action
 */
@SuppressWarnings("ArrayRecordComponent")
record GateRequest(
    RoutingContext ctx,
    Project project,
    GateSignature keys,
    Json.Obj body,
    byte[] sent,
    @Nullable Long operation) {

  GateRequest beginning(long settled) {
    return new GateRequest(ctx, project, keys, body, sent, settled);
  }

  /** The id of the operation that this request begins, and no other request ever. */
  Future<Long> operation(Ids fresh) {
    return operation == null ? fresh.next() : Future.succeededFuture(operation);
  }

  /**
   * A reading of the members, with a list of mistakes of its own; the only way to them.
   *
   * <p>Throws {@link GateRefusal} for a text that would let the signature stand for two messages.
   */
  Fields fields() {
    checkText(body);
    return Fields.of(body);
  }

  /** Throws {@link GateRefusal} for a text that would let a signature stand for two messages. */
  static void checkText(Json.Obj message) {
    var forbidden = ForbiddenText.firstIn(message);
    if (forbidden == null) return;

    var words = "semicolons and control characters are not allowed";
    throw GateRefusal.of(400, Code.VALIDATION_ERROR, forbidden, words);
  }

  /** A 200 with this body, signed at its root. */
  GateAnswer signed(Json.Obj answer) {
    return GateAnswer.ok(keys.signed(answer));
  }
}
