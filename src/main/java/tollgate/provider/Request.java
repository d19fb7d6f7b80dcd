package tollgate.provider;

import java.util.Map;

/**
 * A message to a provider, whole: what {@code outside} sends, byte for byte. It prints neither
 * headers nor body, for they carry our keys and the customer's data.
 */
public record Request(String method, String url, Map<String, String> headers, String body) {

  public Request {
    headers = Map.copyOf(headers);
  }

  @Override
  public String toString() {
    return method + " " + url;
  }
}
