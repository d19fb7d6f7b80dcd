package tollgate.simulation.dialect;

import java.util.Map;
import java.util.Optional;
import tollgate.provider.Callback;
import tollgate.provider.Provider.Call;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.provider.yookassa.Yookassa;

/** Payments under a key, asked for by their id; news that nobody signs; nothing to cancel. */
final class YookassaDialect extends Dialect {

  YookassaDialect() {
    super(
        new Yookassa(),
        gateway(12, "yookassa", Map.of("shop_id", "100500"), Map.of("secret_key", "live_yk")),
        "RUB",
        Trait.TAKES_LESS,
        Trait.REPEATS_ITSELF);
  }

  @Override
  public Bill bill(Told told, String theirs) {
    var reference = told.at("metadata", "reference");
    return new Bill(reference, money(told.at("amount", "value")), theirs, Map.of());
  }

  @Override
  public Reply answer(Call call, Bill bill, Fate fate) {
    return new Reply(200, payment(bill, fate));
  }

  @Override
  public Reply unknown(Call call) {
    return new Reply(404, "{\"type\":\"error\",\"code\":\"not_found\"}");
  }

  @Override
  public Optional<Callback> tell(Bill bill, Fate fate) {
    return Optional.of(
        posted(
            "{\"type\":\"notification\",\"event\":\"payment.%s\",\"object\":%s}"
                .formatted(status(fate), payment(bill, fate))));
  }

  @Override
  public Reply answerRefund(Wanted refund, Fate fate) {
    return new Reply(
        200,
        """
        {"id":"%s","payment_id":"%s","status":"%s","amount":{"value":"%s","currency":"RUB"}}\
        """
            .formatted(
                fate.theirs(), refund.sale().providersId(), status(fate), fate.sum().decimal()));
  }

  private static String payment(Bill bill, Fate fate) {
    return """
    {"id":"%s","status":"%s","amount":{"value":"%s","currency":"RUB"},\
    "metadata":{"reference":"%s"},\
    "confirmation":{"confirmation_url":"https://yookassa.example/confirm?orderId=%s"}}\
    """
        .formatted(
            fate.theirs(), status(fate), fate.sum().decimal(), bill.reference(), fate.theirs());
  }

  private static String status(Fate fate) {
    return switch (fate.stage()) {
      case OPEN -> "pending";
      case DONE -> "succeeded";
      case REFUSED -> "canceled";
    };
  }
}
