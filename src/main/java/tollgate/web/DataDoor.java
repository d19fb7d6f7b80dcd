package tollgate.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.payment.Code;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.signing.GateSignature.Verdict;
import tollgate.tenant.DataToken;
import tollgate.tenant.Secret;
import tollgate.web.GateAnswer.Known;
import tollgate.web.WebMeters.AuthFailure;

/**
 * The way in for those who read registers: gate-api, section 13.3. A token says who asks and is
 * worth nothing without the signature made with its own key; until that is right nothing is said
 * but that it is not, and a token of nobody takes the same way.
 */
final class DataDoor {

  /** What to do with a question once it is known who asks; it may throw {@link GateRefusal}. */
  interface Action extends Function<DataRequest, Future<Json.Obj>> {}

  private final WebParts parts;
  private final WebOptions.Limits limits;
  private final GateSignature nobody =
      GateSignature.with(new Secret("nobody-" + ThreadLocalRandom.current().nextLong()));

  DataDoor(WebParts parts, WebOptions.Limits limits) {
    this.parts = parts;
    this.limits = limits;
  }

  void mount(Router router, Endpoint endpoint, Action action) {
    endpoint.mount(
        router,
        ctx -> {
          if (!GateDoor.isJson(ctx.request().getHeader("content-type"))) {
            ctx.fail(415);
            return;
          }
          Bodies.read(ctx, limits, body -> answer(ctx, body, action));
        });
  }

  private void answer(RoutingContext ctx, byte[] body, Action action) {
    guarded(
            () -> {
              var request = opened(ctx.vertx(), GateDoor.read(body, GateDoor.json(limits)));
              var desk = parts.data().desk();
              desk.admit(request.token());
              return desk.ask(
                  () -> action.apply(request).compose(answer -> signed(request, answer)));
            })
        .recover(failure -> Future.succeededFuture(GateDoor.failed(failure, Known.NOTHING)))
        .onSuccess(answer -> answer.send(ctx.response()));
  }

  private static <T> Future<T> guarded(Supplier<Future<T>> work) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      return Future.failedFuture(failure);
    }
  }

  /** A thousand operations are a megabyte to sort, sign and write: not on an event loop. */
  private static Future<GateAnswer> signed(DataRequest request, Json.Obj answer) {
    return request
        .vertx()
        .executeBlocking(() -> GateAnswer.ok(request.keys().signed(answer)), false)
        .map(Objects::requireNonNull);
  }

  private DataRequest opened(Vertx vertx, Json.Obj message) {
    var tenants = parts.tenants().get();
    var token = tenants.dataToken(text(message.member("token")));
    var keys = token == null ? nobody : GateSignature.with(token.key());
    check(keys.verify(message, Place.ROOT), token);
    if (token == null) throw wrong(AuthFailure.UNKNOWN_TOKEN);

    return new DataRequest(vertx, tenants, token, keys, message);
  }

  private void check(Verdict verdict, @Nullable DataToken token) {
    switch (verdict) {
      case RIGHT -> {}
      case EMPTY -> {
        parts.meters().authFailed(AuthFailure.EMPTY_SIGNATURE);
        throw GateRefusal.of(401, Code.EMPTY_SIGNATURE, "signature", "is required");
      }
      case STRAY ->
          throw GateRefusal.of(
              400, Code.VALIDATION_ERROR, "signature", "only one member may have this name");
      case MALFORMED -> throw wrong(AuthFailure.MALFORMED_SIGNATURE);
      case WRONG ->
          throw wrong(token == null ? AuthFailure.UNKNOWN_TOKEN : AuthFailure.WRONG_SIGNATURE);
    }
  }

  private static Secret text(@Nullable Json token) {
    return switch (token) {
      case Json.Str text when !text.text().isBlank() -> new Secret(text.text());
      case null -> throw GateRefusal.of(400, Code.FIELD_MISSING, "token", "is required");
      case Json.Null _ -> throw GateRefusal.of(400, Code.FIELD_MISSING, "token", "is required");
      case Json.Str _, Json.Num _, Json.Bool _, Json.Obj _, Json.Arr _ ->
          throw GateRefusal.of(
              400,
              Code.VALIDATION_ERROR,
              "token",
              "must be a string of " + DataToken.TOKEN_CHARS + " characters");
    };
  }

  private GateRefusal wrong(AuthFailure why) {
    parts.meters().authFailed(why);
    return GateRefusal.of(401, Code.INVALID_SIGNATURE, "is not the signature of this message");
  }
}
