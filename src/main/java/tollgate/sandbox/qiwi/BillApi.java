package tollgate.sandbox.qiwi;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tollgate.sandbox.Calls;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Mishaps;
import tollgate.sandbox.Played;
import tollgate.sandbox.SandboxParts;

/** The calls of merchants (§2, §3), and the faults asked for their answers. */
final class BillApi {

  private static final String BILL = "/partner/bill/v1/bills/:id";
  private static final int ID_CHARS_MAX = 200;

  private final SandboxParts parts;
  private final Qiwi qiwi;
  private final RefundDesk desk;
  private final QiwiMessages messages;
  private final QiwiReply reply;
  private final Mishaps made;
  private final Mishaps asked;
  private final Map<String, QiwiAccount> byAuthorization;

  BillApi(SandboxParts parts, Qiwi qiwi, QiwiMessages messages) {
    this.parts = parts;
    this.qiwi = qiwi;
    this.desk = new RefundDesk(parts, qiwi);
    this.messages = messages;
    this.reply = new QiwiReply(parts.clock());
    this.made = new Mishaps(parts);
    this.asked = new Mishaps(parts);
    this.byAuthorization =
        parts.options().accounts(QiwiAccount.class).stream()
            .collect(
                Collectors.toMap(account -> "Bearer " + account.secretKey(), Function.identity()));
  }

  void mount(Router router) {
    router.put(BILL).handler(call -> with(call, this::make));
    router.get(BILL).handler(call -> with(call, this::status));
    router.post(BILL + "/reject").handler(call -> with(call, this::reject));
    router.put(BILL + "/refunds/:refund").handler(call -> with(call, this::refund));
    router.get(BILL + "/refunds/:refund").handler(call -> with(call, this::refundStatus));
  }

  private void with(RoutingContext call, BiConsumer<RoutingContext, QiwiAccount> within) {
    var given = call.request().getHeader("Authorization");
    var account = given == null ? null : byAuthorization.get(given);
    if (account == null) {
      reply.unauthorized(call);
      return;
    }
    within.accept(call, account);
  }

  private static Optional<JsonObject> body(RoutingContext call) {
    try {
      var body = call.body().buffer();
      return body == null
          ? Optional.empty()
          : Optional.of(new JsonObject(body.toString(StandardCharsets.UTF_8)));
    } catch (DecodeException malformed) {
      return Optional.empty();
    }
  }

  private void make(RoutingContext call, QiwiAccount account) {
    var body = body(call);
    if (body.isEmpty()) {
      reply.unreadable(call);
      return;
    }
    var request = BillRequest.read(body.get(), parts.clock().instant());
    if (request.isEmpty() || Calls.id(call).length() > ID_CHARS_MAX) {
      reply.invalid(call);
      return;
    }
    make(call, account, request.get());
  }

  private void make(RoutingContext call, QiwiAccount account, BillRequest request) {
    var billId = Calls.id(call);
    var hit = made.hitting(parts.rules().of(billId, request.texts()), account.siteId() + billId);
    if (made.before(call, hit, status -> reply.trouble(call, status))) return;

    var bill = qiwi.make(account, billId, request);
    if (bill.isEmpty()) {
      reply.refuse(call, 409, "invoice.already.exists", "Invoice already exists");
      return;
    }
    made.after(
        call,
        hit,
        status -> reply.trouble(call, status),
        () -> QiwiReply.send(call, messages.bill(bill.get())));
  }

  private Optional<QiwiBill> known(RoutingContext call, QiwiAccount account) {
    var bill = qiwi.find(account, Calls.id(call));
    if (bill.isEmpty()) {
      reply.unknown(call);
      return bill;
    }
    var hit = asked.hitting(bill.get().order().faults(), bill.get().id());
    return asked.asked(hit, status -> reply.trouble(call, status)) ? Optional.empty() : bill;
  }

  private void status(RoutingContext call, QiwiAccount account) {
    known(call, account).ifPresent(bill -> QiwiReply.send(call, messages.bill(bill)));
  }

  private void reject(RoutingContext call, QiwiAccount account) {
    known(call, account)
        .flatMap(bill -> qiwi.end(bill.id(), QiwiStatus.REJECTED))
        .map(Played::after)
        .ifPresent(bill -> {
          if (bill.status() == QiwiStatus.REJECTED) QiwiReply.send(call, messages.bill(bill));
          else reply.invalid(call);
        });
  }

  private void refund(RoutingContext call, QiwiAccount account) {
    var sum = body(call).flatMap(QiwiSum::read);
    if (sum.isEmpty()) {
      reply.invalid(call);
      return;
    }
    known(call, account).ifPresent(bill -> refund(call, bill, sum.get()));
  }

  private void refund(RoutingContext call, QiwiBill bill, QiwiSum sum) {
    var refundId = Calls.part(call, "refund");
    var faults = refundFaults(refundId);
    var hit = made.hitting(faults, bill.id() + refundId);
    if (made.before(call, hit, status -> reply.trouble(call, status))) return;

    switch (desk.refund(bill, refundId, sum, faults)) {
      case NOT_PAID -> reply.invalid(call);
      case WRONG_AMOUNT, DENIED ->
          reply.refuse(call, 400, "refund.incorrect.amount", "Incorrect amount");
      case UNFINISHED -> reply.trouble(call, 500);
      case DONE ->
          made.after(
              call,
              hit,
              status -> reply.trouble(call, status),
              () -> refundStatus(call, bill.origin().account()));
    }
  }

  /** A refund brings no text, so its faults are asked for by rules. */
  private Faults refundFaults(String refundId) {
    return parts.rules().of(refundId, List.of());
  }

  private void refundStatus(RoutingContext call, QiwiAccount account) {
    qiwi.find(account, Calls.id(call))
        .flatMap(bill ->
            bill.refund(Calls.part(call, "refund"))
                .map(refund -> QiwiMessages.refund(bill, refund)))
        .ifPresentOrElse(body -> QiwiReply.send(call, body), () -> reply.unknown(call));
  }
}
