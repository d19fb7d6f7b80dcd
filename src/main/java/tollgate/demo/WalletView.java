package tollgate.demo;

import java.util.List;
import tollgate.json.Json;
import tollgate.money.Money;

/** A wallet as the page shows it: amounts in words, so that no script counts money. */
final class WalletView {

  private WalletView() {}

  static Json of(Shop shop, Json.Obj wallet, List<Json> entries) {
    return Json.object()
        .put("project", shop.project())
        .put("currency", shop.currency().getCurrencyCode())
        .put("number", text(wallet, "account_id"))
        .put("balance", Amounts.words(balance(shop, wallet)))
        .put("history", Json.array(rows(shop, entries)))
        .build();
  }

  private static List<Json> rows(Shop shop, List<Json> entries) {
    return entries.stream()
        .filter(entry -> isOf(shop, entry))
        .map(entry -> row(shop, entry))
        .toList();
  }

  /** A wallet that never held this currency has nothing of it. */
  private static Money balance(Shop shop, Json.Obj wallet) {
    if (!(wallet.member("balances") instanceof Json.Arr(var balances))) return nothing(shop);

    return balances.stream()
        .filter(balance -> isOf(shop, balance))
        .map(balance -> amount(shop, balance, "amount"))
        .findFirst()
        .orElse(nothing(shop));
  }

  private static boolean isOf(Shop shop, Json balance) {
    return text(balance, "currency").equals(shop.currency().getCurrencyCode());
  }

  private static Json row(Shop shop, Json entry) {
    var amount = amount(shop, entry, "amount");
    var sign = amount.minor() < 0 ? "−" : "+";
    return Json.object()
        .put("amount", sign + " " + Amounts.words(positive(amount)))
        .put("credit", amount.minor() >= 0)
        .put("after", Amounts.words(amount(shop, entry, "balance_after")))
        .put("date", text(entry, "date"))
        .put("method", shop.title(text(entry, "payment", "method")))
        .build();
  }

  private static Money positive(Money amount) {
    return new Money(Math.absExact(amount.minor()), amount.currency());
  }

  private static Money amount(Shop shop, Json from, String name) {
    if (from instanceof Json.Obj object && object.member(name) instanceof Json.Num number) {
      return new Money(number.exactLong().orElse(0), shop.currency());
    }
    return nothing(shop);
  }

  private static Money nothing(Shop shop) {
    return new Money(0, shop.currency());
  }

  private static String text(Json from, String... path) {
    return from instanceof Json.Obj object && object.at(path) instanceof Json.Str(var text)
        ? text
        : "";
  }
}
