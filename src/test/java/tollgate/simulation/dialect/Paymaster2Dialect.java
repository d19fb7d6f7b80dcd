package tollgate.simulation.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tollgate.provider.Callback;
import tollgate.provider.Provider.Call;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.provider.paymaster2.Paymaster2;

/** Invoices, asked for by an id that only the first answer tells; a bell that nobody signs. */
final class Paymaster2Dialect extends Dialect {

  private static final String MERCHANT = "6f1d0c9e-2222-4222-8333-0123456789ab";
  private static final String QUERY = "query";

  Paymaster2Dialect() {
    super(
        new Paymaster2(),
        gateway(10, "paymaster2", Map.of("merchant_id", MERCHANT), Map.of("token", "pm2-token")),
        "RUB",
        Trait.CANCELS_SURELY,
        Trait.TAKES_LESS,
        Trait.REPEATS_ITSELF);
  }

  @Override
  public Bill bill(Told told, String theirs) {
    var address = told.at("protocol", "callbackUrl");
    var query = address.substring(address.indexOf('?') + 1);
    return new Bill(
        told.at("invoice", "orderNo"),
        money(told.at("amount", "value")),
        theirs,
        Map.of(QUERY, query));
  }

  @Override
  public Reply answer(Call call, Bill bill, Fate fate) {
    if (call == Call.START) {
      return new Reply(
          200,
          "{\"paymentId\":\"%s\",\"url\":\"https://paymaster.example/cpay/%s\"}"
              .formatted(fate.theirs(), fate.theirs()));
    }
    return new Reply(200, payment(bill, fate));
  }

  @Override
  public Reply unknown(Call call) {
    return new Reply(404, "{\"code\":\"not_found\",\"message\":\"No.\"}");
  }

  @Override
  public Optional<Callback> tell(Bill bill, Fate fate) {
    var query = Objects.requireNonNull(bill.echo().get(QUERY));
    var body = payment(bill, fate).getBytes(UTF_8);
    return Optional.of(new Callback("POST", query, Map.of(), body));
  }

  @Override
  public Reply answerRefund(Wanted refund, Fate fate) {
    var status =
        switch (fate.stage()) {
          case OPEN -> "Pending";
          case DONE -> "Success";
          case REFUSED -> "Rejected";
        };
    return new Reply(
        200,
        """
        {"id":"%s","paymentId":"%s","status":"%s","amount":{"value":%s00,"currency":"RUB"}}\
        """
            .formatted(fate.theirs(), refund.sale().providersId(), status, fate.sum().decimal()));
  }

  private static String payment(Bill bill, Fate fate) {
    var status =
        switch (fate.stage()) {
          case OPEN -> "Pending";
          case DONE -> "Settled";
          case REFUSED -> "Rejected";
        };
    return """
    {"id":"%s","testMode":false,"status":"%s","merchantId":"%s",\
    "amount":{"value":%s00,"currency":"RUB"},"invoice":{"orderNo":"%s"}}\
    """
        .formatted(fate.theirs(), status, MERCHANT, fate.sum().decimal(), bill.reference());
  }
}
