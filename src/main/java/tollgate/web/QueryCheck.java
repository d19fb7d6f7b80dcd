package tollgate.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.payment.Code;
import tollgate.signing.PageQuery;
import tollgate.signing.QueryRefused;
import tollgate.web.GateAnswer.Known;

/**
 * Answers whether the query of a Payment Page is signed right, for whoever builds such addresses:
 * {@code GET /v2/info/check/signature?…}. Stores nothing.
 */
final class QueryCheck {

  private final Envelope envelope;
  private final Gatekeeper keeper;

  QueryCheck(Envelope envelope, Gatekeeper keeper) {
    this.envelope = envelope;
    this.keeper = keeper;
  }

  void mount(Router router) {
    Endpoint.CHECK_QUERY.mount(router, this::check);
  }

  private void check(RoutingContext ctx) {
    answer(ctx).send(ctx.response());
  }

  private GateAnswer answer(RoutingContext ctx) {
    var known = Known.NOTHING;
    try {
      var query = read(ctx.request().query());
      var page = envelope.open(query);
      known = new Known(null, page.project().id(), null);
      keeper.admit(page.project(), ctx.request());
      GateRequest.checkText(page.parameters());
      return GateAnswer.ok(Json.object().put("status", "success").build());
    } catch (RuntimeException failure) {
      return GateDoor.failed(failure, known);
    }
  }

  /** Throws {@link GateRefusal}. */
  private static PageQuery read(@Nullable String query) {
    try {
      return PageQuery.read(query == null ? "" : query);
    } catch (QueryRefused refused) {
      var field = refused.parameter().isEmpty() ? null : refused.parameter();
      throw new GateRefusal(
          400, List.of(new Mistake(Code.VALIDATION_ERROR, field, refused.words())));
    }
  }
}
