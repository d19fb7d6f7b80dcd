package tollgate.simulation.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tollgate.provider.Callback;
import tollgate.provider.Form;
import tollgate.provider.Order;
import tollgate.provider.Provider.Call;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.provider.touchngo.TouchnGo;
import tollgate.signing.Hmac;

/** Forms, signed with the length of every field; it also pays out. */
final class TouchnGoDialect extends Dialect {

  private static final String MERCHANT = "M123456";
  private static final String NO_FUNDS = "31";
  private static final String NO_WALLET = "38";

  TouchnGoDialect() {
    super(
        new TouchnGo(),
        gateway(
            7, "touchngo", Map.of("merchant_code", MERCHANT), Map.of("merchant_key", "tng-key")),
        "MYR",
        Trait.CANCELS_UNHEARD,
        Trait.CANCELS_SURELY,
        Trait.TAKES_LESS);
  }

  @Override
  public Bill bill(Told told, String theirs) {
    return new Bill(told.field("TransNum"), money(told.field("Amount")), theirs, Map.of());
  }

  @Override
  public Reply answer(Call call, Bill bill, Fate fate) {
    return new Reply(200, written("answer", ofSale(bill, fate)));
  }

  @Override
  public Reply unknown(Call call) {
    return new Reply(404, "FAIL unknown");
  }

  @Override
  public Optional<Callback> tell(Bill bill, Fate fate) {
    return Optional.of(posted(written("callback", ofSale(bill, fate))));
  }

  @Override
  public Reply answerPayout(Order order, @Nullable Fate fate) {
    if (fate == null) return new Reply(404, "FAIL unknown");

    var fields = fields(order.reference(), fate, NO_WALLET);
    fields.put("Account", order.account());
    return new Reply(200, written("payout-answer", fields));
  }

  /** It gives back what came with the order. */
  @Override
  public Callback tellPayout(Request sent, Fate fate) {
    var told = Told.form(sent.body());
    var fields = fields(told.getOrDefault("TransNum", ""), fate, NO_WALLET);
    fields.put("Account", told.getOrDefault("Account", ""));
    fields.put("MerchantData", told.getOrDefault("MerchantData", ""));
    return posted(written("payout-callback", fields));
  }

  private static Map<String, String> ofSale(Bill bill, Fate fate) {
    return fields(bill.reference(), fate, NO_FUNDS);
  }

  private static Map<String, String> fields(String reference, Fate fate, String code) {
    var fields = new TreeMap<String, String>();
    fields.put("MerchantCode", MERCHANT);
    fields.put("TransNum", reference);
    fields.put("TransId", fate.theirs());
    fields.put("Currency", fate.sum().code());
    fields.put("Amount", fate.sum().decimal());
    switch (fate.stage()) {
      case OPEN -> fields.put("Status", "PENDING");
      case DONE -> fields.put("Status", "SUCCESS");
      case REFUSED -> {
        fields.put("Status", "FAILED");
        fields.put("Code", code);
      }
    }
    return fields;
  }

  private String written(String purpose, Map<String, String> fields) {
    var text = new StringBuilder(purpose).append('\n');
    fields.values().removeIf(String::isEmpty);
    fields.forEach((name, value) ->
        text.append(name)
            .append('=')
            .append(value.getBytes(UTF_8).length)
            .append(':')
            .append(value)
            .append('\n'));
    fields.put("Signature", Hmac.sha256(gateway().key("merchant_key")).hex(text.toString()));
    return Form.write(fields, UTF_8);
  }
}
