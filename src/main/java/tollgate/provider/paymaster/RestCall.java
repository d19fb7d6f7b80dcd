package tollgate.provider.paymaster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tollgate.provider.Form;
import tollgate.provider.Request;
import tollgate.signing.Digest;
import tollgate.tenant.Gateway;

/**
 * One REST call (1.6): who we are, a nonce that was never used, and a hash over both, the password
 * and the call's own fields in their order. The password itself is never sent.
 */
final class RestCall {

  private static final Map<String, String> HEADERS = Map.of("Accept", "application/json");

  private final String name;
  private final Map<String, String> own;

  private RestCall(String name, Map<String, String> own) {
    this.name = name;
    this.own = own;
  }

  RestCall(String name) {
    this(name, Map.of());
  }

  /** The next of its own fields; an empty one is hashed and not sent. */
  RestCall with(String field, String value) {
    var more = new LinkedHashMap<>(own);
    more.put(field, value);
    return new RestCall(name, more);
  }

  Request request(String nonce, Gateway gateway) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("login", gateway.field(Paymaster.LOGIN));
    fields.put("nonce", nonce);
    fields.put("hash", hash(nonce, gateway));
    own.forEach((field, value) -> {
      if (!value.isEmpty()) fields.put(field, value);
    });
    var url = Paymaster.base(gateway) + "/partners/rest/" + name + "?" + Form.write(fields, UTF_8);
    return new Request("GET", url, HEADERS, "");
  }

  String hash(String nonce, Gateway gateway) {
    var login = gateway.field(Paymaster.LOGIN);
    var password = gateway.key(Paymaster.PASSWORD).reveal();
    var text = String.join(";", login, password, nonce) + ";" + String.join(";", own.values());
    return Base64.getEncoder().encodeToString(Digest.SHA1.of(text.getBytes(UTF_8)));
  }
}
