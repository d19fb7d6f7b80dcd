package tollgate.tenant;

import java.net.URI;
import java.util.Map;

/**
 * One account with a provider: where the provider listens, who we are there, what we sign with.
 *
 * @param number the Gate wire's {@code operation.provider.id}, below 2^53
 * @param provider name of the adapter
 * @param base address of the provider's API
 * @param fields what that provider wants to know of us, such as a merchant code
 * @param keys secrets by the adapter's names for them
 */
public record Gateway(
    long number,
    String provider,
    URI base,
    Map<String, String> fields,
    Map<String, Secret> keys,
    GatewayTerms terms) {

  public Gateway {
    fields = Map.copyOf(fields);
    keys = Map.copyOf(keys);
  }

  public boolean confirmSuccess() {
    return terms.confirmSuccess();
  }

  /** The field of this name; {@link IllegalStateException} when the gateway has none. */
  public String field(String name) {
    var value = fields.get(name);
    if (value == null) throw new IllegalStateException("gateway " + number + " lacks " + name);
    return value;
  }

  /** The key of this name; {@link IllegalStateException} when the gateway has none. */
  public Secret key(String name) {
    var key = keys.get(name);
    if (key == null) throw new IllegalStateException("gateway " + number + " lacks key " + name);
    return key;
  }
}
