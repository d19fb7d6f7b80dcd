package tollgate.sandbox.paymaster2;

import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.SandboxParts;

/** What every call has in common: who calls, under which key, and how they are answered (2). */
final class Door {

  private static final int KEY_LENGTH_MAX = 64;

  private final SandboxParts parts;
  private final KeyedReplies replies;
  private final Map<String, Paymaster2Account> byAuthorization;

  Door(SandboxParts parts) {
    this.parts = parts;
    this.replies = new KeyedReplies(parts.options().limits().transactionsMax());
    this.byAuthorization =
        parts.options().accounts(Paymaster2Account.class).stream()
            .collect(Collectors.toMap(account -> "Bearer " + account.token(), Function.identity()));
  }

  /** Lets a call in whose token is known. */
  void genuine(RoutingContext call, BiConsumer<Paymaster2Account, String> within) {
    var given = Optional.ofNullable(call.request().getHeader("Authorization"));
    var account = given.map(byAuthorization::get);
    if (account.isEmpty()) {
      send(call, ApiReply.error(401, "not_authorized", "The token is not valid."));
      return;
    }
    var body = call.body().buffer();
    within.accept(account.get(), body == null ? "" : body.toString(StandardCharsets.UTF_8));
  }

  /** The key of a call that must have one; empty if it has been refused for want of it. */
  Optional<String> key(RoutingContext call, Paymaster2Account account) {
    var key = call.request().getHeader("Idempotency-Key");
    if (key != null && !key.isEmpty() && key.length() <= KEY_LENGTH_MAX) {
      return Optional.of(account.merchantId() + "/" + key);
    }
    send(call, ApiReply.error(400, "validation_error", "Idempotency-Key"));
    return Optional.empty();
  }

  ApiReply once(String key, String body, Supplier<ApiReply> work) {
    return replies.once(key, body, work);
  }

  /** Answers with what the work gives, unless a fault stands before it, behind it or between. */
  void answer(RoutingContext call, Faults faults, Supplier<ApiReply> work) {
    if (faults.has(Fault.DROP) || faults.has(Fault.ERROR)) {
      trouble(call, faults.has(Fault.DROP), faults.value(Fault.ERROR));
      return;
    }
    var reply = work.get();
    if (faults.has(Fault.DROP_AFTER) || faults.has(Fault.ERROR_AFTER)) {
      trouble(call, faults.has(Fault.DROP_AFTER), faults.value(Fault.ERROR_AFTER));
      return;
    }
    if (!faults.has(Fault.SLOW)) {
      send(call, reply);
      return;
    }
    parts.timers().after(faults.value(Fault.SLOW), () -> send(call, reply));
  }

  private static void trouble(RoutingContext call, boolean drops, long status) {
    if (drops) {
      var _ = call.request().connection().close();
      return;
    }
    send(call, ApiReply.error((int) status, "internal_error", "Out of order."));
  }

  static void send(RoutingContext call, ApiReply reply) {
    call.response()
        .setStatusCode(reply.status())
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(reply.body().toBuffer());
  }
}
