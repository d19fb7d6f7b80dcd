package tollgate.web;

import io.vertx.core.Vertx;
import tollgate.json.Json;
import tollgate.payment.Code;
import tollgate.signing.ForbiddenText;
import tollgate.signing.GateSignature;
import tollgate.tenant.DataToken;
import tollgate.tenant.Tenants;

/** A question that the owner of a token has signed. Its members are not checked yet. */
record DataRequest(
    Vertx vertx, Tenants tenants, DataToken token, GateSignature keys, Json.Obj body) {

  /** The only way to the members; throws {@link GateRefusal} as {@link GateRequest#fields} does. */
  Fields fields() {
    var forbidden = ForbiddenText.firstIn(body);
    if (forbidden == null) return Fields.of(body);

    var words = "semicolons and control characters are not allowed";
    throw GateRefusal.of(400, Code.VALIDATION_ERROR, forbidden, words);
  }
}
