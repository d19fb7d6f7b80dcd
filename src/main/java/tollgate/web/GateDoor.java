package tollgate.web;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Unavailable;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.payment.Code;
import tollgate.signing.GateSignature.Place;
import tollgate.web.GateAnswer.Known;

/**
 * The one way in for whatever merchants sign, in the order of gate-api, section 5.3: size and type,
 * whether there is room, JSON, signature, whence and how often; then the action looks at the
 * members. And the one way out: whatever goes wrong is an answer with a code.
 */
final class GateDoor {

  private static final Logger LOG = LoggerFactory.getLogger(GateDoor.class);

  private final Envelope envelope;
  private final Gatekeeper keeper;
  private final Shedding shedding;
  private final WebOptions.Limits limits;
  private final Limits json;

  GateDoor(Envelope envelope, Gatekeeper keeper, Shedding shedding, WebOptions.Limits limits) {
    this.envelope = envelope;
    this.keeper = keeper;
    this.shedding = shedding;
    this.limits = limits;
    json = json(limits);
  }

  /** How much JSON a message may hold when so much may be sent. */
  static Limits json(WebOptions.Limits limits) {
    var most = limits.bodyBytesMax();
    return new Limits(most, Limits.MESSAGE.depthMax(), most, Limits.MESSAGE.numberLengthMax());
  }

  /** What to do with a request once it is known who sent it; it may throw {@link GateRefusal}. */
  interface Action extends Function<GateRequest, Future<GateAnswer>> {}

  /** A request whose signature stands in {@code general}. */
  void mount(Router router, Endpoint endpoint, Action action) {
    mount(router, endpoint, _ -> Place.GENERAL, action);
  }

  void mount(Router router, Endpoint endpoint, Function<Json.Obj, Place> place, Action action) {
    endpoint.mount(
        router,
        ctx -> {
          if (!isJson(ctx.request().getHeader("content-type"))) {
            ctx.fail(415);
            return;
          }
          Bodies.read(ctx, limits, body -> letIn(ctx, body, place, action));
        });
  }

  /** Only whose message is here takes a place: who sends slowly must not keep others out. */
  private void letIn(
      RoutingContext ctx, byte[] body, Function<Json.Obj, Place> place, Action action) {
    try {
      var pass = shedding.enter(ctx);
      answer(ctx, body, place, action)
          .onSuccess(answer -> {
            pass.leave(answer.status());
            answer.send(ctx.response());
          });
    } catch (GateRefusal tooMuch) {
      failed(tooMuch, Known.NOTHING).send(ctx.response());
    }
  }

  /** Never fails. */
  private Future<GateAnswer> answer(
      RoutingContext ctx, byte[] body, Function<Json.Obj, Place> place, Action action) {
    GateRequest request = null;
    try {
      var message = read(body, json);
      var sender = envelope.open(message, place.apply(message));
      request = new GateRequest(ctx, sender.project(), sender.keys(), message, body, null);
      keeper.admit(sender.project(), ctx.request());
      var known = new Known(null, sender.project().id(), null);
      return action
          .apply(request)
          .recover(failure -> Future.succeededFuture(failed(failure, known)));
    } catch (RuntimeException failure) {
      var known = request == null ? Known.NOTHING : new Known(null, request.project().id(), null);
      return Future.succeededFuture(failed(failure, known));
    }
  }

  /** The answer to a request that failed, whatever it failed of. */
  static GateAnswer failed(Throwable failure, Known known) {
    return GateAnswer.refused(refusal(failure), known);
  }

  private static GateRefusal refusal(Throwable failure) {
    return switch (failure) {
      case GateRefusal refusal -> refusal;
      case Unavailable _ -> GateRefusal.of(503, Code.TRY_AGAIN, "not taken; ask again");
      default -> {
        LOG.error("a request failed of us", failure);
        yield GateRefusal.of(500, Code.INTERNAL_ERROR, "the fault is ours");
      }
    };
  }

  /** Throws {@link GateRefusal} for what is no JSON object. */
  static Json.Obj read(byte[] body, Limits json) {
    try {
      if (JsonReader.read(body, json) instanceof Json.Obj message) return message;
    } catch (JsonRefused refused) {
      throw GateRefusal.of(400, Code.INVALID_JSON, refused.reason().words());
    }
    throw GateRefusal.of(400, Code.INVALID_JSON, "must be an object");
  }

  /** A missing type is tolerated, and so are parameters. */
  static boolean isJson(@Nullable String type) {
    if (type == null) return true;

    int end = type.indexOf(';');
    var essence = (end < 0 ? type : type.substring(0, end)).strip();
    return essence.toLowerCase(Locale.ROOT).equals("application/json");
  }
}
