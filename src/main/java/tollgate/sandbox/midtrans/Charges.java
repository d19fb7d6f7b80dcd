package tollgate.sandbox.midtrans;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Strikes;
import tollgate.sandbox.midtrans.CoreApi.Sent;

/** The call {@code charge}: checks in the order of §15.4, and the faults asked for its answer. */
final class Charges {

  /** How many addresses one header may name (§2.10). */
  private static final int NOTIFICATION_URLS_MAX = 3;

  private final SandboxParts parts;
  private final Gopay gopay;
  private final MidtransMessages messages;
  private final Strikes strikes = new Strikes();

  Charges(SandboxParts parts, Gopay gopay, MidtransMessages messages) {
    this.parts = parts;
    this.gopay = gopay;
    this.messages = messages;
  }

  Future<Sent> charge(JsonObject body, MidtransAccount account, HttpServerRequest request) {
    if (!account.active()) {
      return Sent.of(MidtransReply.error("402", "Payment channel is not activated."));
    }
    var charge = new ChargeRequest(body);
    var now = parts.clock().instant();
    var expiry = Expiry.of(charge.customExpiry(), now);
    if (expiry.isEmpty()) charge.refuse("custom_expiry is not valid");
    if (expiry.filter(at -> Expiry.isTooEarly(at, now)).isPresent()) {
      charge.refuse("custom_expiry is below minimum threshold");
    }
    if (expiry.isEmpty() || !charge.problems().isEmpty()) {
      return Sent.of(MidtransReply.invalid(charge.problems()));
    }
    var faults = parts.rules().of(charge.orderId(), charge.texts());
    var order =
        new GopayTransaction.Order(
            charge.orderId(), charge.grossAmount(), charge.callbackUrl(), charge.echoed(), faults);
    return charge(
        order, account, notificationUrls(account, request), new Gopay.Expiring(now, expiry.get()));
  }

  private Future<Sent> charge(
      GopayTransaction.Order order,
      MidtransAccount account,
      List<String> urls,
      Gopay.Expiring expiring) {
    var faults = active(order);
    if (faults.has(Fault.DROP)) {
      return Future.succeededFuture(new Sent(MidtransReply.trouble(500), true));
    }
    if (faults.has(Fault.ERROR)) {
      return slowed(MidtransReply.trouble((int) faults.value(Fault.ERROR)), faults);
    }
    var made = gopay.make(order, account, urls, expiring);
    if (made.isEmpty()) return slowed(duplicate(), faults);

    var begun = begin(made.get());
    if (faults.has(Fault.DROP_AFTER)) return begun.map(reply -> new Sent(reply, true));
    if (faults.has(Fault.ERROR_AFTER)) {
      return slowed(MidtransReply.trouble((int) faults.value(Fault.ERROR_AFTER)), faults);
    }
    return begun.compose(reply -> slowed(reply, faults));
  }

  /** The faults that this call suffers: those of answers hit only the first calls of an order. */
  private Faults active(GopayTransaction.Order order) {
    var faults = order.faults();
    if (faults.asked().isEmpty()) return faults;

    return faults.hits(strikes.next(order.orderId())) ? faults : Faults.NONE;
  }

  /** The answer comes after the first notification if that was asked for, else without waiting. */
  private Future<MidtransReply> begin(GopayTransaction made) {
    if (made.order().faults().has(Fault.DENY)) {
      var denied = gopay.end(made.id(), GopayStatus.DENY).orElseThrow().after();
      return Future.succeededFuture(MidtransReply.done(messages.denied(denied)));
    }
    var told = gopay.begin(made);
    var reply = MidtransReply.done(messages.created(made));
    return made.order().faults().has(Fault.EARLY) ? told.map(reply) : Future.succeededFuture(reply);
  }

  private static MidtransReply duplicate() {
    return MidtransReply.error(
        "406",
        "The request could not be completed due to a conflict with the current state of the target"
            + " resource, please try again");
  }

  private Future<Sent> slowed(MidtransReply reply, Faults faults) {
    if (!faults.has(Fault.SLOW)) return Sent.of(reply);

    Promise<Sent> later = Promise.promise();
    parts.timers().after(faults.value(Fault.SLOW), () -> later.complete(new Sent(reply, false)));
    return later.future();
  }

  /** Override replaces the account's own address, append adds to it; override wins (§2.9). */
  private static List<String> notificationUrls(MidtransAccount account, HttpServerRequest request) {
    var instead = urls(request.getHeader("X-Override-Notification"));
    if (!instead.isEmpty()) return instead;

    var more = urls(request.getHeader("X-Append-Notification"));
    return Stream.concat(Stream.of(account.notificationUrl()), more.stream())
        .filter(url -> !url.isEmpty())
        .toList();
  }

  private static List<String> urls(@Nullable String header) {
    if (header == null) return List.of();

    return Arrays.stream(header.split(",", -1))
        .map(String::strip)
        .filter(url -> !url.isEmpty())
        .limit(NOTIFICATION_URLS_MAX)
        .toList();
  }
}
