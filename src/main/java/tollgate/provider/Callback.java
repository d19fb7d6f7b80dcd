package tollgate.provider;

import java.util.Map;

/**
 * A message from a provider as it arrived. Header names are in lower case; the body is not a copy.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Callback(Map<String, String> headers, byte[] body) {

  public Callback {
    headers = Map.copyOf(headers);
  }
}
