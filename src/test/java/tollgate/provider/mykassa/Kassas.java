package tollgate.provider.mykassa;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import tollgate.money.Money;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

/** The shop of the worked examples (section 10). */
final class Kassas {

  static final String BASE = "https://kassa.example";

  private Kassas() {}

  static Gateway gateway(String flavour) {
    var fields = Map.of("shop", "7001", "flavour", flavour);
    var keys = new HashMap<String, Secret>();
    keys.put("word1", new Secret("mk-word-1"));
    keys.put("word2", new Secret("mk-word-2"));
    if (flavour.equals("freekassa")) keys.put("api_key", new Secret("fk-demo-api-key"));
    return new Gateway(4, "mykassa", URI.create(BASE), fields, keys, GatewayTerms.USUAL);
  }

  static Order order() {
    return order(35050);
  }

  static Order order(long minor) {
    return Orders.of("TG-212-1001", Money.of(minor, "RUB"), "");
  }
}
