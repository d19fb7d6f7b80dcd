package tollgate.web;

import io.vertx.ext.web.RoutingContext;
import tollgate.json.Json;
import tollgate.signing.GateSignature;
import tollgate.tenant.Project;

/**
 * A request that its project has signed, and no text in it that could be read two ways. Its members
 * are not checked yet.
 */
record GateRequest(RoutingContext ctx, Project project, GateSignature keys, Json.Obj body) {

  /** A new reading of the members, with a list of mistakes of its own. */
  Fields fields() {
    return Fields.of(body);
  }

  /** A 200 with this body, signed at its root. */
  GateAnswer signed(Json.Obj answer) {
    return GateAnswer.ok(keys.signed(answer));
  }
}
