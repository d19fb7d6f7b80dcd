package tollgate.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway that is told to call the sandbox has of its account there. Each provider makes its
 * own {@link SandboxAccount} of it, so the two sides cannot disagree.
 *
 * @param number of the gateway
 * @param callbackUrl for providers that know one address for a whole account
 */
public record Credentials(
    long number, Map<String, String> fields, Map<String, String> keys, String callbackUrl) {

  public Credentials {
    fields = Map.copyOf(fields);
    keys = Map.copyOf(keys);
  }

  /** {@link IllegalStateException} when the gateway has none of that name. */
  public String field(String name) {
    return present(name, fields.get(name));
  }

  public String field(String name, String otherwise) {
    return fields.getOrDefault(name, otherwise);
  }

  /** {@link IllegalStateException} when the gateway has none of that name. */
  public String key(String name) {
    return present(name, keys.get(name));
  }

  /** Empty when the gateway has none of that name. */
  public String keyIfAny(String name) {
    return keys.getOrDefault(name, "");
  }

  /** Where customers of the whole account come back to. */
  public String returnsUrl() {
    return callbackUrl.replace("/callbacks/", "/returns/");
  }

  private String present(String name, @Nullable String value) {
    if (value == null) throw new IllegalStateException("gateway " + number + " lacks " + name);
    return value;
  }

  @Override
  public String toString() {
    return "Credentials[" + number + "]";
  }
}
