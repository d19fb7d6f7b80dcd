package tollgate.simulation.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import tollgate.json.Json;
import tollgate.json.ObjBuilder;
import tollgate.money.Money;
import tollgate.provider.Callback;
import tollgate.provider.Provider.Call;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.provider.midtrans.Midtrans;
import tollgate.signing.Digest;

/** GoPay: a charge answers a link, and HTTP says 200 over nearly everything. */
final class MidtransDialect extends Dialect {

  private static final long MINOR_IN_RUPIAH = 100;

  MidtransDialect() {
    super(
        new Midtrans(),
        gateway(2, "midtrans", Map.of(), Map.of("server_key", "SB-Mid-server-1")),
        "IDR",
        Trait.CANCELS_SURELY,
        Trait.TAKES_LESS,
        Trait.HASTY);
  }

  @Override
  public Bill bill(Told told, String theirs) {
    var rupiah = Long.parseLong(told.at("transaction_details", "gross_amount"));
    var asked = new Money(rupiah * MINOR_IN_RUPIAH, currency());
    return new Bill(told.at("transaction_details", "order_id"), asked, theirs, Map.of());
  }

  @Override
  public Reply answer(Call call, Bill bill, Fate fate) {
    return new Reply(200, transaction(call, bill, fate).build().encode());
  }

  @Override
  public Reply unknown(Call call) {
    return new Reply(200, "{\"status_code\":\"404\",\"status_message\":\"No such transaction\"}");
  }

  @Override
  public Optional<Callback> tell(Bill bill, Fate fate) {
    var code = fate.stage() == Fate.Stage.REFUSED ? "202" : code(fate);
    var signed = bill.reference() + code + fate.sum().decimal() + key("server_key");
    var body =
        common(bill, fate)
            .put("status_code", code)
            .put("transaction_status", status(Call.ASK, fate))
            .put("signature_key", sha512(signed));
    return Optional.of(posted(body.build().encode()));
  }

  /** What was done before is known by its key. */
  @Override
  public Reply answerRefund(Wanted refund, Fate fate) {
    var code =
        switch (fate.stage()) {
          case OPEN -> "503";
          case DONE -> "200";
          case REFUSED -> "202";
        };
    var body = Json.object().put("status_code", code);
    if (fate.stage() == Fate.Stage.DONE) {
      body.put("order_id", refund.sale().reference())
          .put("gross_amount", refund.sale().amount().decimal())
          .put("currency", "IDR")
          .put("transaction_status", "partial_refund")
          .put("refund_chargeback_id", Long.parseLong(fate.theirs()))
          .put("refund_amount", fate.sum().decimal())
          .put("refund_key", refund.key());
    }
    return new Reply(200, body.build().encode());
  }

  private static ObjBuilder transaction(Call call, Bill bill, Fate fate) {
    var body =
        common(bill, fate)
            .put("status_code", call == Call.START || isOpen(fate) ? code(fate) : "200")
            .put("transaction_status", status(call, fate));
    if (isOpen(fate)) body.put("actions", Json.array(link(bill).build()));
    return body;
  }

  private static ObjBuilder link(Bill bill) {
    return Json.object()
        .put("name", "deeplink-redirect")
        .put("method", "GET")
        .put("url", "https://gopay.example/pay?id=" + bill.theirs());
  }

  private static ObjBuilder common(Bill bill, Fate fate) {
    return Json.object()
        .put("transaction_id", fate.theirs())
        .put("order_id", bill.reference())
        .put("gross_amount", fate.sum().decimal())
        .put("currency", "IDR")
        .put("fraud_status", "accept");
  }

  private static boolean isOpen(Fate fate) {
    return fate.stage() == Fate.Stage.OPEN;
  }

  private static String code(Fate fate) {
    return isOpen(fate) ? "201" : "200";
  }

  private static String status(Call call, Fate fate) {
    return switch (fate.stage()) {
      case OPEN -> "pending";
      case DONE -> "settlement";
      case REFUSED -> call == Call.CANCEL ? "cancel" : "deny";
    };
  }

  private static String sha512(String text) {
    return Digest.SHA512.hex(text.getBytes(UTF_8));
  }
}
