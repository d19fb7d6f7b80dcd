package tollgate.simulation.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Provider.Call;
import tollgate.provider.Reply;
import tollgate.provider.mykassa.MyKassa;
import tollgate.signing.Digest;

/** A link, and the news of a success. MyKassa cannot even be asked, FreeKassa can. */
final class KassaDialect extends Dialect {

  private static final String SHOP = "7001";

  private final String operation;

  private KassaDialect(long number, String flavour, String operation, Trait... traits) {
    super(
        new MyKassa(),
        gateway(
            number,
            "mykassa",
            Map.of("shop", SHOP, "flavour", flavour),
            Map.of("word1", "mk-1", "word2", "mk-2", "api_key", "fk-api")),
        "RUB",
        traits);
    this.operation = operation;
  }

  static KassaDialect mykassa() {
    return new KassaDialect(
        4, "mykassa", "MYKASSA_ID", Trait.TAKES_LESS, Trait.PAID_TWICE, Trait.CANNOT_BE_ASKED);
  }

  static KassaDialect freekassa() {
    return new KassaDialect(5, "freekassa", "intid", Trait.TAKES_LESS);
  }

  @Override
  public Bill bill(Told told, String theirs) {
    return new Bill(told.field("o"), money(told.field("oa")), theirs, Map.of());
  }

  @Override
  public Reply answer(Call call, Bill bill, Fate fate) {
    var status =
        switch (fate.stage()) {
          case OPEN -> "0";
          case DONE -> "1";
          case REFUSED -> "8";
        };
    return new Reply(
        200,
        """
        {"type":"success","orders":[{"merchant_order_id":"%s","fk_order_id":%s,"amount":%s,\
        "currency":"RUB","status":%s}]}\
        """
            .formatted(bill.reference(), fate.theirs(), fate.sum().decimal(), status));
  }

  @Override
  public Reply unknown(Call call) {
    return new Reply(200, "{\"type\":\"success\",\"orders\":[]}");
  }

  @Override
  public Optional<Callback> tell(Bill bill, Fate fate) {
    if (fate.stage() != Fate.Stage.DONE) return Optional.empty();

    var sum = fate.sum().decimal();
    var signed = String.join(":", SHOP, sum, key("word2"), bill.reference());
    var fields = new LinkedHashMap<String, String>();
    fields.put(operation, fate.theirs());
    fields.put("MERCHANT_ID", SHOP);
    fields.put("AMOUNT", sum);
    fields.put("MERCHANT_ORDER_ID", bill.reference());
    fields.put("SIGN", Digest.MD5.hex(signed));
    return Optional.of(posted(fields));
  }

  @Override
  public boolean isContent(Bill bill, Answer answer) {
    return answer.body().equals("YES");
  }
}
