package tollgate.provider;

import java.util.Map;

/** A message to a provider, whole: what {@code outside} sends, byte for byte. */
public record Request(String method, String url, Map<String, String> headers, String body) {

  public Request {
    headers = Map.copyOf(headers);
  }
}
