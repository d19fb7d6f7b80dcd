package tollgate.store;

import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.json.ObjBuilder;
import tollgate.money.Money;
import tollgate.money.Rate;
import tollgate.payment.Deal;
import tollgate.payment.Exchange;
import tollgate.tenant.Commission;
import tollgate.tenant.LateSuccess;

/** On what terms a payment was accepted, as one JSON text; most have the usual ones, and none. */
final class DealText {

  private DealText() {}

  static @Nullable String write(Deal deal) {
    if (deal.equals(Deal.USUAL)) return null;

    var json = Json.object().put("late", deal.late().name().toLowerCase(Locale.ROOT));
    if (deal.commission() != null) json.put("commission", json(deal.commission()));
    if (deal.exchange() != null) json.put("exchange", json(deal.exchange()));
    return json.build().encode();
  }

  private static ObjBuilder json(Exchange exchange) {
    return Json.object()
        .put("rate", exchange.rate().decimal())
        .put("charged", exchange.charged().minor())
        .put("currency", exchange.charged().code())
        .put("step", exchange.step());
  }

  private static ObjBuilder json(Commission commission) {
    return Json.object()
        .put("paid", commission.paid().minor())
        .put("arrives", commission.arrives().minor())
        .put("fee", commission.fee().minor())
        .put("owed", commission.owed().minor());
  }

  /** {@code currency} is that of the payment's amount. */
  static Deal read(@Nullable String text, Currency currency) {
    if (text == null) return Deal.USUAL;

    var json = object(text);
    var commission =
        json.member("commission") instanceof Json.Obj sums ? commission(sums, currency) : null;
    var exchange =
        json.member("exchange") instanceof Json.Obj sums ? exchange(sums, currency) : null;
    return new Deal(commission, exchange, late(json));
  }

  private static Commission commission(Json.Obj sums, Currency currency) {
    return new Commission(
        money(sums, "paid", currency),
        money(sums, "arrives", currency),
        money(sums, "fee", currency),
        money(sums, "owed", currency));
  }

  private static Exchange exchange(Json.Obj sums, Currency currency) {
    if (sums.member("currency") instanceof Json.Str(var code)
        && sums.member("rate") instanceof Json.Str(var rate)
        && sums.member("step") instanceof Json.Num step) {
      var to = Currency.getInstance(code);
      return new Exchange(
          Rate.parse(currency, to, rate), money(sums, "charged", to), step.longValue());
    }
    throw new IllegalStateException("a stored deal lacks its rate");
  }

  private static Money money(Json.Obj sums, String name, Currency currency) {
    if (sums.member(name) instanceof Json.Num number) {
      return new Money(number.longValue(), currency);
    }
    throw new IllegalStateException("a stored deal lacks " + name);
  }

  private static LateSuccess late(Json.Obj json) {
    if (json.member("late") instanceof Json.Str(var name)) {
      return LateSuccess.valueOf(name.toUpperCase(Locale.ROOT));
    }
    return LateSuccess.HOLD;
  }

  private static Json.Obj object(String text) {
    try {
      if (JsonReader.read(text, Limits.MESSAGE) instanceof Json.Obj object) {
        return object;
      }
    } catch (JsonRefused refused) {
      throw new IllegalStateException("a stored deal does not read", refused);
    }
    throw new IllegalStateException("a stored deal is no object");
  }
}
