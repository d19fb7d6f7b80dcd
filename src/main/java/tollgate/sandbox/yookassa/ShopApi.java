package tollgate.sandbox.yookassa;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Mishaps;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.yookassa.YookassaPayment.Status;

/** The calls of shops (B.1 to B.3), and the faults asked for their answers. */
final class ShopApi {

  private static final int KEY_CHARS_MAX = 64;
  private static final Pattern VALUE = Pattern.compile("[0-9]{1,9}\\.[0-9]{2}");
  private static final JsonObject NONE = new JsonObject();

  private final SandboxParts parts;
  private final Yookassa yookassa;
  private final YookassaMessages messages;
  private final Mishaps made;
  private final Mishaps asked;
  private final KeyedReplies keys;
  private final Map<String, YookassaAccount> byAuthorization;

  ShopApi(SandboxParts parts, Yookassa yookassa, YookassaMessages messages) {
    this.parts = parts;
    this.yookassa = yookassa;
    this.messages = messages;
    this.made = new Mishaps(parts);
    this.asked = new Mishaps(parts);
    this.keys = new KeyedReplies(parts.options().limits().transactionsMax());
    this.byAuthorization =
        parts.options().accounts(YookassaAccount.class).stream()
            .collect(Collectors.toMap(ShopApi::authorization, Function.identity()));
  }

  private static String authorization(YookassaAccount account) {
    var login = account.shopId() + ":" + account.secretKey();
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  void mount(Router router) {
    router.post("/v3/payments").handler(call -> once(call, this::make));
    router.get("/v3/payments/:id").handler(call -> with(call, this::status));
    router.post("/v3/payments/:id/capture").handler(call -> once(call, this::capture));
    router.post("/v3/payments/:id/cancel").handler(call -> once(call, this::cancel));
    router.post("/v3/refunds").handler(call -> once(call, this::refund));
    router.get("/v3/refunds/:id").handler(call -> with(call, this::refundStatus));
  }

  private void with(RoutingContext call, BiConsumer<RoutingContext, YookassaAccount> within) {
    var given = call.request().getHeader("Authorization");
    var account = given == null ? null : byAuthorization.get(given);
    if (account == null) {
      ShopReply.refuse(call, 401, "invalid_credentials", "Error in shopId or secret key");
      return;
    }
    within.accept(call, account);
  }

  /** Under a key that is new; a known one hears the first answer again, or that it is taken. */
  private void once(RoutingContext call, BiConsumer<RoutingContext, YookassaAccount> within) {
    with(
        call,
        (_, account) -> {
          var key = key(call);
          if (key.isEmpty() || key.length() > KEY_CHARS_MAX) {
            ShopReply.refuse(
                call, 400, "invalid_request", "Idempotence-Key is missing or too long");
            return;
          }
          var before = keys.of(account.shopId() + "/" + key);
          if (before == null) within.accept(call, account);
          else if (before.message().equals(message(call)))
            ShopReply.send(call, 200, before.answer());
          else ShopReply.refuse(call, 400, "invalid_request", "Idempotence key duplicated");
        });
  }

  private static String key(RoutingContext call) {
    var key = call.request().getHeader("Idempotence-Key");
    return key == null ? "" : key;
  }

  private static String message(RoutingContext call) {
    var body = call.body().buffer();
    return call.request().path() + "\n" + (body == null ? "" : body.toString());
  }

  private static JsonObject body(RoutingContext call) {
    try {
      var body = call.body().buffer();
      return body == null ? NONE : new JsonObject(body.toString());
    } catch (DecodeException malformed) {
      return NONE;
    }
  }

  private static OptionalLong minorUnits(JsonObject body) {
    if (!(body.getValue("amount") instanceof JsonObject amount)
        || !(amount.getValue("value") instanceof String value)
        || !"RUB".equals(amount.getValue("currency"))
        || !VALUE.matcher(value).matches()) {
      return OptionalLong.empty();
    }
    var minorUnits = new BigDecimal(value).movePointRight(2).longValueExact();
    return minorUnits == 0 ? OptionalLong.empty() : OptionalLong.of(minorUnits);
  }

  private void make(RoutingContext call, YookassaAccount account) {
    var body = body(call);
    var minorUnits = minorUnits(body);
    if (minorUnits.isEmpty()
        || !(body.getValue("confirmation") instanceof JsonObject confirmation)
        || !"redirect".equals(confirmation.getValue("type"))) {
      ShopReply.refuse(call, 400, "invalid_request", "A field is missing or not allowed");
      return;
    }
    var order =
        new YookassaPayment.Order(
            minorUnits.getAsLong(),
            body.getBoolean("capture", false),
            confirmation.getString("return_url", ""),
            body.getString("description", ""),
            body.getJsonObject("metadata", NONE));
    make(call, account, order);
  }

  private void make(RoutingContext call, YookassaAccount account, YookassaPayment.Order order) {
    var asked = parts.rules().of(order.reference(), List.of(order.description()));
    var hit = made.hitting(asked, account.shopId() + key(call));
    if (made.before(call, hit, status -> ShopReply.trouble(call, status))) return;

    var answer = messages.payment(yookassa.make(account, order));
    keys.keep(account.shopId() + "/" + key(call), message(call), answer);
    made.after(
        call,
        hit,
        status -> ShopReply.trouble(call, status),
        () -> ShopReply.send(call, 200, answer));
  }

  private Optional<YookassaPayment> known(RoutingContext call, YookassaAccount account, String id) {
    var payment = yookassa.find(account, id);
    if (payment.isEmpty()) {
      ShopReply.refuse(call, 404, "not_found", "Object doesn't exist");
      return payment;
    }
    var hit = asked.hitting(payment.get().origin().faults(), payment.get().id());
    return asked.asked(hit, status -> ShopReply.trouble(call, status)) ? Optional.empty() : payment;
  }

  private void status(RoutingContext call, YookassaAccount account) {
    known(call, account, Calls.id(call))
        .ifPresent(payment -> ShopReply.send(call, 200, messages.payment(payment)));
  }

  private void capture(RoutingContext call, YookassaAccount account) {
    known(call, account, Calls.id(call))
        .flatMap(payment -> yookassa.capture(payment.id()))
        .ifPresent(played -> stepped(call, account, played, Status.SUCCEEDED));
  }

  private void cancel(RoutingContext call, YookassaAccount account) {
    known(call, account, Calls.id(call))
        .flatMap(payment ->
            yookassa.cancelled(payment.id(), Status.WAITING_FOR_CAPTURE, "canceled_by_merchant"))
        .ifPresent(played -> stepped(call, account, played, Status.CANCELED));
  }

  private void stepped(
      RoutingContext call, YookassaAccount account, Played<YookassaPayment> played, Status wanted) {
    if (!played.change().happened() || played.after().status() != wanted) {
      ShopReply.refuse(call, 400, "invalid_request", "Incorrect payment status");
      return;
    }
    var answer = messages.payment(played.after());
    keys.keep(account.shopId() + "/" + key(call), message(call), answer);
    ShopReply.send(call, 200, answer);
  }

  private void refund(RoutingContext call, YookassaAccount account) {
    var body = body(call);
    var minorUnits = minorUnits(body);
    if (minorUnits.isEmpty()) {
      ShopReply.refuse(call, 400, "invalid_request", "A field is missing or not allowed");
      return;
    }
    var texts = List.of(body.getString("description", ""));
    var hit = made.hitting(parts.rules().of(key(call), texts), account.shopId() + key(call));
    if (made.before(call, hit, status -> ShopReply.trouble(call, status))) return;

    known(call, account, body.getString("payment_id", ""))
        .ifPresent(payment ->
            yookassa
                .refund(payment, minorUnits.getAsLong())
                .map(refund -> YookassaMessages.refund(payment, refund))
                .ifPresentOrElse(
                    answer -> {
                      keys.keep(account.shopId() + "/" + key(call), message(call), answer);
                      made.after(
                          call,
                          hit,
                          status -> ShopReply.trouble(call, status),
                          () -> ShopReply.send(call, 200, answer));
                    },
                    () -> ShopReply.refuse(call, 400, "invalid_request", "Nothing to refund")));
  }

  private void refundStatus(RoutingContext call, YookassaAccount account) {
    var id = Calls.id(call);
    yookassa
        .memory()
        .latest(kept -> kept.state().refunds().stream().anyMatch(it -> it.id().equals(id)), 1)
        .stream()
        .filter(kept -> kept.origin().account().equals(account))
        .findFirst()
        .map(kept ->
            YookassaMessages.refund(
                kept,
                kept.state().refunds().stream()
                    .filter(it -> it.id().equals(id))
                    .findFirst()
                    .orElseThrow()))
        .ifPresentOrElse(
            answer -> ShopReply.send(call, 200, answer),
            () -> ShopReply.refuse(call, 404, "not_found", "Object doesn't exist"));
  }
}
