package tollgate.provider.robokassa;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import tollgate.money.Money;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

/** The shop of the worked examples (section 12). */
final class Demo {

  static final String BASE = "https://auth.robokassa.example";

  private Demo() {}

  static Gateway gateway(Map<String, String> more) {
    var fields = new HashMap<>(Map.of("merchant_login", "tollgate_demo", "hash", "md5"));
    fields.putAll(more);
    var keys =
        Map.of(
            "password1", new Secret("p1-demo-Aa"),
            "password2", new Secret("p2-demo-Bb"),
            "password3", new Secret("p3-demo-Cc"));
    return new Gateway(3, "robokassa", URI.create(BASE), fields, keys, GatewayTerms.USUAL);
  }

  static Gateway gateway() {
    return gateway(Map.of());
  }

  static Order order() {
    return Orders.of("TG-212-71001", Money.of(25050, "RUB"), "");
  }
}
