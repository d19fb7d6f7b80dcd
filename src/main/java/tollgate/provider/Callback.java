package tollgate.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/**
 * A message from a provider as it arrived, or from the browser of a customer whom it sends back.
 * Header names are in lower case; the body is not a copy.
 *
 * @param method GET or POST
 * @param query as it was written, without the question mark; empty when there was none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Callback(String method, String query, Map<String, String> headers, byte[] body) {

  public Callback {
    headers = Map.copyOf(headers);
  }

  /** A posted one. */
  public static Callback post(Map<String, String> headers, byte[] body) {
    return new Callback("POST", "", headers, body);
  }

  /** Where a form stands: in the query of a GET, else in the body. */
  public byte[] form() {
    return method.equals("GET") ? query.getBytes(UTF_8) : body;
  }
}
