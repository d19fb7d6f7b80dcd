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
import tollgate.provider.qiwi.Qiwi;
import tollgate.signing.Hmac;

/** Bills; a signed notification rings, and the bill says what happened. */
final class QiwiDialect extends Dialect {

  private static final String SITE = "site-01";
  private static final String SIGNATURE = "x-api-signature-sha256";

  QiwiDialect() {
    super(
        new Qiwi(),
        gateway(
            8,
            "qiwi",
            Map.of("site_id", SITE, "refunds", "kassa"),
            Map.of("secret_key", "qiwi-secret")),
        "RUB",
        Trait.CANCELS_SURELY,
        Trait.TAKES_LESS,
        Trait.HASTY);
  }

  /** The bill's name stands in the address. */
  @Override
  public Bill bill(Told told, String theirs) {
    var reference = told.url().substring(told.url().lastIndexOf('/') + 1);
    return new Bill(reference, money(told.at("amount", "value")), theirs, Map.of());
  }

  @Override
  public Reply answer(Call call, Bill bill, Fate fate) {
    return new Reply(200, body(bill, fate).build().encode());
  }

  @Override
  public Reply unknown(Call call) {
    return new Reply(404, "{\"errorCode\":\"api.invoice.not.found\"}");
  }

  @Override
  public Optional<Callback> tell(Bill bill, Fate fate) {
    var sum = fate.sum();
    var signed = String.join("|", "RUB", sum.decimal(), bill.reference(), SITE, status(fate));
    var signature = Hmac.sha256(gateway().key("secret_key")).hex(signed);
    var body = Json.object().put("bill", body(bill, fate)).put("version", "1").build().encode();
    return Optional.of(Callback.post(Map.of(SIGNATURE, signature), body.getBytes(UTF_8)));
  }

  @Override
  public Reply answerRefund(Wanted refund, Fate fate) {
    return switch (fate.stage()) {
      case OPEN -> new Reply(500, "{\"errorCode\":\"internal.error\"}");
      case REFUSED -> new Reply(400, "{\"errorCode\":\"refund.incorrect.amount\"}");
      case DONE ->
          new Reply(
              200,
              Json.object()
                  .put("amount", amount(fate.sum()))
                  .put("refundId", refund.key())
                  .put("status", "PARTIAL")
                  .build()
                  .encode());
    };
  }

  private static ObjBuilder body(Bill bill, Fate fate) {
    return Json.object()
        .put("siteId", SITE)
        .put("billId", bill.reference())
        .put("amount", amount(fate.sum()))
        .put("status", Json.object().put("value", status(fate)))
        .put("payUrl", "https://oplata.example/form/?invoice_uid=" + fate.theirs());
  }

  private static ObjBuilder amount(Money sum) {
    return Json.object().put("currency", "RUB").put("value", sum.decimal());
  }

  private static String status(Fate fate) {
    return switch (fate.stage()) {
      case OPEN -> "WAITING";
      case DONE -> "PAID";
      case REFUSED -> "REJECTED";
    };
  }
}
