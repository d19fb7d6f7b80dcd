package tollgate.store;

import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.payment.Payer;
import tollgate.payment.Payment;
import tollgate.payment.Sale;

/** Who paid as one JSON text of facts by their names; null where nothing is known. */
final class PayerText {

  private PayerText() {}

  static @Nullable String write(Payment payment) {
    if (!(payment instanceof Sale sale) || sale.payer().equals(Payer.NONE)) return null;

    var facts = Json.object();
    sale.payer().facts().forEach(facts::put);
    return facts.build().encode();
  }

  static Payer read(@Nullable String text) {
    return text == null ? Payer.NONE : new Payer(DetailsText.texts(text));
  }
}
