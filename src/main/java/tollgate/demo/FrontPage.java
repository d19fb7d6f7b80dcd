package tollgate.demo;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tollgate.demo.Shop.Way;

/** The taxi app's only page of its own: wallets, the form, the history, the webhooks. */
final class FrontPage {

  private static final String CARD =
      """
      <article class="card wallet" data-wallet="{{project}}" data-currency="{{currency}}">
        <p class="kicker"><span>{{currency}} wallet</span><span data-number>opening…</span></p>
        <p class="balance" data-balance role="status" aria-live="polite">{{symbol}} –</p>
      </article>
      """;

  private static final String METHOD =
      """
      <label class="method">
        <input type="radio" name="way" value="{{project}}/{{method}}"
               data-project="{{project}}" data-currency="{{currency}}" required{{checked}}>
        <span class="mark" aria-hidden="true">{{symbol}}</span>
        <span><b>{{title}}</b><small>{{currency}} wallet</small></span>
      </label>
      """;

  private static final String QUICK =
      """
      <div class="quick" data-quick="{{project}}" data-currency="{{currency}}"
           role="group" aria-label="Usual amounts"{{hidden}}>
      {{chips}}</div>
      """;

  private static final String CHIP =
      """
      <button type="button" data-amount="{{amount}}">{{amount}}</button>
      """;

  private FrontPage() {}

  static String of(List<Shop> shops) {
    return Html.filled(
            Assets.text("index.html"),
            Map.of(
                "wallets", each(shops, (shop, first) -> card(shop)),
                "methods", each(shops, FrontPage::methods),
                "quick", each(shops, FrontPage::quick)))
        .markup();
  }

  private static <T> Html each(List<T> all, BiFunction<T, Boolean, Html> piece) {
    return new Html(
        IntStream.range(0, all.size())
            .mapToObj(i -> piece.apply(all.get(i), i == 0).markup())
            .collect(Collectors.joining()));
  }

  private static Html card(Shop shop) {
    return Html.filled(
        CARD,
        Map.of(
            "project", shop.project(),
            "currency", shop.currency().getCurrencyCode(),
            "symbol", Amounts.symbol(shop.currency())));
  }

  private static Html methods(Shop shop, boolean first) {
    return each(shop.ways(), (way, firstWay) -> method(shop, way, first && firstWay));
  }

  private static Html method(Shop shop, Way way, boolean checked) {
    return Html.filled(
        METHOD,
        Map.of(
            "project", shop.project(),
            "method", way.method(),
            "checked", checked ? new Html(" checked") : Html.NOTHING,
            "symbol", Amounts.symbol(shop.currency()),
            "title", way.title(),
            "currency", shop.currency().getCurrencyCode()));
  }

  private static Html quick(Shop shop, boolean first) {
    var chips =
        usual(shop).stream()
            .map(amount -> Html.filled(CHIP, Map.of("amount", amount)).markup())
            .collect(Collectors.joining());
    return Html.filled(
        QUICK,
        Map.of(
            "project",
            shop.project(),
            "currency",
            shop.currency().getCurrencyCode(),
            "hidden",
            first ? Html.NOTHING : new Html(" hidden"),
            "chips",
            new Html(chips)));
  }

  private static List<String> usual(Shop shop) {
    return switch (shop.currency().getCurrencyCode()) {
      case "IDR" -> List.of("20,000", "50,000", "100,000", "200,000");
      case "RUB" -> List.of("100", "250", "500", "1,000");
      default -> List.of("10", "25", "50", "100");
    };
  }
}
