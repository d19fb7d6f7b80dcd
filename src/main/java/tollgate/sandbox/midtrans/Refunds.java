package tollgate.sandbox.midtrans;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Faults;
import tollgate.sandbox.MagicAmount;
import tollgate.sandbox.SandboxParts;
import tollgate.sandbox.Strikes;
import tollgate.sandbox.midtrans.CoreApi.Sent;
import tollgate.sandbox.midtrans.RefundBook.Refunded;

/** The call {@code refund}: its rules (§8), and the faults asked for in its key or reason. */
final class Refunds {

  /** A channel code by which a fault asks for 414 in place of the bank's denial. */
  private static final long NO_FUNDS = 414;

  private final SandboxParts parts;
  private final RefundBook book;
  private final MidtransMessages messages;
  private final Strikes strikes = new Strikes();

  Refunds(SandboxParts parts, Gopay gopay, MidtransMessages messages) {
    this.parts = parts;
    this.book = new RefundBook(parts, gopay);
    this.messages = messages;
  }

  Future<Sent> refund(RoutingContext call, GopayTransaction kept) {
    try {
      var body = call.body().buffer();
      var text = body == null ? "" : body.toString(StandardCharsets.UTF_8).strip();
      var json = text.isEmpty() || text.equals("null") ? new JsonObject() : new JsonObject(text);
      return refund(new RefundRequest(json), kept);
    } catch (DecodeException malformed) {
      return Sent.of(MidtransReply.error("413", "The request body is malformed JSON."));
    }
  }

  private Future<Sent> refund(RefundRequest request, GopayTransaction kept) {
    if (!request.problems().isEmpty()) return Sent.of(MidtransReply.invalid(request.problems()));

    var wished = parts.rules().of(request.key(), List.of(request.reason()));
    var faults = hit(request, wished) ? wished : Faults.NONE;
    if (faults.has(Fault.DROP)) {
      return Future.succeededFuture(new Sent(MidtransReply.trouble(500), true));
    }
    if (faults.has(Fault.ERROR)) {
      return slowed(MidtransReply.trouble((int) faults.value(Fault.ERROR)), faults);
    }
    if (isDenied(request, kept, wished)) return slowed(denied(request, kept, wished), faults);

    return answer(book.refund(kept, request), request, wished, faults);
  }

  private boolean hit(RefundRequest request, Faults wished) {
    return !wished.asked().isEmpty() && wished.hits(strikes.next(request.key()));
  }

  /** Only what could be approved is denied: a key that succeeded stays so. */
  private static boolean isDenied(RefundRequest request, GopayTransaction kept, Faults wished) {
    var possible = kept.isPaid() && !kept.hasRefund(request.key());
    var magic = GopayTransaction.magic(request.amount(kept));
    return possible && (wished.has(Fault.DENY) || magic == MagicAmount.DECLINES);
  }

  private MidtransReply denied(RefundRequest request, GopayTransaction kept, Faults wished) {
    return wished.value(Fault.DENY) == NO_FUNDS
        ? MidtransReply.error("414", "Refund rejected due to merchant insufficient funds.")
        : MidtransReply.refusal(messages.refundDenied(kept, request.key()));
  }

  private Future<Sent> answer(
      Refunded refunded, RefundRequest request, Faults wished, Faults faults) {
    var refusal = refusal(refunded);
    if (refusal != null) return slowed(refusal, faults);

    var kept = refunded.gopay();
    var told = book.tell(kept, request.key(), wished);
    var reply = MidtransReply.done(messages.refunded(kept, request.key()));
    if (faults.has(Fault.DROP_AFTER)) return Future.succeededFuture(new Sent(reply, true));
    if (faults.has(Fault.ERROR_AFTER)) {
      return slowed(MidtransReply.trouble((int) faults.value(Fault.ERROR_AFTER)), faults);
    }
    return faults.has(Fault.EARLY) ? told.compose(_ -> Sent.of(reply)) : slowed(reply, faults);
  }

  private static @Nullable MidtransReply refusal(Refunded refunded) {
    return switch (refunded.outcome()) {
      case DONE -> null;
      case KEY_USED -> MidtransReply.error("406", "Duplicate refund ID");
      case WRONG_STATE -> MidtransReply.notPending();
      case WRONG_AMOUNT -> MidtransReply.error("414", "Refund rejected due to invalid amount.");
    };
  }

  private Future<Sent> slowed(MidtransReply reply, Faults faults) {
    if (!faults.has(Fault.SLOW)) return Sent.of(reply);

    Promise<Sent> later = Promise.promise();
    parts.timers().after(faults.value(Fault.SLOW), () -> later.complete(new Sent(reply, false)));
    return later.future();
  }
}
