package tollgate.sandbox.midtrans;

import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Strikes;

/** The Core API over HTTP: who asks, which call, whether it was answered before (§2, §6, §7, K). */
final class CoreApi {

  private final SandboxParts parts;
  private final Gopay gopay;
  private final MidtransMessages messages;
  private final Charges charges;
  private final Refunds refunds;
  private final Strikes strikes;
  private final Map<String, MidtransAccount> byAuthorization;
  private final IdempotencyKeys keys;

  CoreApi(SandboxParts parts, Gopay gopay, MidtransMessages messages) {
    this.parts = parts;
    this.gopay = gopay;
    this.messages = messages;
    this.strikes = new Strikes();
    this.charges = new Charges(parts, gopay, messages);
    this.refunds = new Refunds(parts, gopay, messages);
    this.keys = new IdempotencyKeys(parts.options().limits().transactionsMax());
    this.byAuthorization =
        parts.options().accounts(MidtransAccount.class).stream()
            .collect(Collectors.toMap(CoreApi::authorization, Function.identity()));
  }

  private static String authorization(MidtransAccount account) {
    var login = account.serverKey() + ":";
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  void mount(Router router) {
    router.post("/v2/charge").handler(call -> once(call, this::charge));
    router.get("/v2/:id/status").handler(call -> answered(call, this::status));
    router.post("/v2/:id/cancel").handler(call -> once(call, this::cancel));
    router.post("/v2/:id/expire").handler(call -> once(call, this::expire));
    router.post("/v2/:id/refund").handler(call -> once(call, this::refund));
    router.post("/v2/:id/refund/online/direct").handler(call -> once(call, this::refund));
  }

  /** One call of the API: who asks and what they want, to an answer. */
  private interface Operation {
    Future<Sent> perform(RoutingContext call, MidtransAccount account);
  }

  /** An answer, and whether it ever reaches the asker. */
  record Sent(MidtransReply reply, boolean dropped) {

    static Future<Sent> of(MidtransReply reply) {
      return Future.succeededFuture(new Sent(reply, false));
    }
  }

  private void answered(RoutingContext call, Operation operation) {
    account(call)
        .map(account -> operation.perform(call, account))
        .orElseGet(() -> Sent.of(unauthorized()))
        .onSuccess(sent -> send(call, sent))
        .onFailure(call::fail);
  }

  private Optional<MidtransAccount> account(RoutingContext call) {
    var given = call.request().getHeader("Authorization");
    return given == null ? Optional.empty() : Optional.ofNullable(byAuthorization.get(given));
  }

  private static MidtransReply unauthorized() {
    return MidtransReply.error(
        "401", "Transaction cannot be authorized with the current client/server key.");
  }

  /** As {@link #answered}, but a repeated idempotency key gets the first answer again. */
  private void once(RoutingContext call, Operation operation) {
    var key = call.request().getHeader("Idempotency-Key");
    var usable = key != null && !key.isEmpty() && key.length() <= IdempotencyKeys.KEY_LENGTH_MAX;
    if (!usable) {
      answered(call, operation);
      return;
    }
    answered(
        call, (_, account) -> once(call, account, account.merchantId() + "/" + key, operation));
  }

  private Future<Sent> once(
      RoutingContext call, MidtransAccount account, String key, Operation operation) {
    var before = keys.begin(key, parts.clock().instant());
    if (before != null) return Sent.of(before);

    return operation
        .perform(call, account)
        .onSuccess(sent -> keys.end(key, sent.reply(), parts.clock().instant()))
        .onFailure(_ -> keys.end(key, MidtransReply.trouble(500), parts.clock().instant()));
  }

  private static void send(RoutingContext call, Sent sent) {
    if (sent.dropped()) {
      var _ = call.request().connection().close();
      return;
    }
    call.response()
        .setStatusCode(sent.reply().http())
        .putHeader("Content-Type", sent.reply().contentType())
        .end(sent.reply().body());
  }

  private Future<Sent> charge(RoutingContext call, MidtransAccount account) {
    try {
      var body = call.body().buffer();
      var json = new JsonObject(body == null ? "" : body.toString(StandardCharsets.UTF_8));
      return charges.charge(json, account, call.request());
    } catch (DecodeException malformed) {
      return Sent.of(MidtransReply.error("413", "The request body is malformed JSON."));
    }
  }

  private Future<Sent> status(RoutingContext call, MidtransAccount account) {
    return known(call, account, kept -> MidtransReply.done(messages.status(kept)));
  }

  private Future<Sent> cancel(RoutingContext call, MidtransAccount account) {
    return known(call, account, kept -> ended(kept, GopayStatus.CANCEL, messages::canceled));
  }

  private Future<Sent> expire(RoutingContext call, MidtransAccount account) {
    return known(call, account, kept -> ended(kept, GopayStatus.EXPIRE, messages::expired));
  }

  private Future<Sent> refund(RoutingContext call, MidtransAccount account) {
    return found(call, account, kept -> refunds.refund(call, kept));
  }

  private MidtransReply ended(
      GopayTransaction kept, GopayStatus status, Function<GopayTransaction, JsonObject> told) {
    return gopay
        .end(kept.id(), status)
        .filter(change -> change.happened())
        .map(change -> MidtransReply.done(told.apply(change.after())))
        .orElseGet(MidtransReply::notPending);
  }

  private Future<Sent> known(
      RoutingContext call,
      MidtransAccount account,
      Function<GopayTransaction, MidtransReply> answer) {
    return found(call, account, kept -> Sent.of(answer.apply(kept)));
  }

  private Future<Sent> found(
      RoutingContext call,
      MidtransAccount account,
      Function<GopayTransaction, Future<Sent>> answer) {
    var kept = gopay.find(account, Calls.id(call));
    if (kept.isEmpty()) return Sent.of(MidtransReply.notFound());

    var faults = kept.get().order().faults();
    return isTroubled(faults, kept.get().id())
        ? Sent.of(MidtransReply.trouble((int) faults.value(Fault.STATUS_ERROR)))
        : answer.apply(kept.get());
  }

  private boolean isTroubled(Faults faults, String id) {
    return faults.has(Fault.STATUS_ERROR) && faults.hits(strikes.next(id));
  }
}
