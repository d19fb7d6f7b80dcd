package tollgate.provider.webmoney;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

/** The shop of the worked examples. */
final class WebMoneys {

  static final String BASE = "https://merchant.webmoney.example";

  private WebMoneys() {}

  /** With these fields changed; one that becomes empty is left out. */
  static Gateway gateway(Map<String, String> changed) {
    var fields = new HashMap<>(Map.of("purse", "R100200300400", "wmid", "987654321098"));
    fields.put("mode", "test");
    fields.putAll(changed);
    fields.values().removeIf(String::isEmpty);
    return new Gateway(
        7,
        "webmoney",
        URI.create(BASE),
        fields,
        Map.of(
            "secret_key",
            new Secret("Tollgate-Demo-Key-7"),
            "x20_key",
            new Secret("X20-Demo-Key"),
            "signer_key",
            new Secret("Sandbox-Signer-Key")),
        GatewayTerms.USUAL);
  }
}
