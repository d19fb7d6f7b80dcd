package tollgate.sandbox;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.function.Function;

/**
 * One piece of news for a merchant.
 *
 * @param state what it tells, for the log
 * @param message made anew for every attempt, as some attempts are spoilt on purpose
 * @param log where attempts and answers are written down
 */
public record Callback(String url, String state, Function<Spoil, Message> message, AttemptLog log) {

  /** What is sent in one attempt: the content is a body, or by GET the query of the address. */
  public record Message(HttpMethod method, Map<String, String> headers, String content) {

    public Message(Map<String, String> headers, String body) {
      this(HttpMethod.POST, headers, body);
    }

    public static Message byGet(String query) {
      return new Message(HttpMethod.GET, Map.of(), query);
    }

    String address(String url) {
      return isGet() ? url + (url.contains("?") ? "&" : "?") + content : url;
    }

    String body() {
      return isGet() ? "" : content;
    }

    private boolean isGet() {
      return method.equals(HttpMethod.GET);
    }
  }

  /** With the same headers in every attempt. */
  public Callback(
      String url,
      String state,
      Map<String, String> headers,
      Function<Spoil, String> body,
      AttemptLog log) {
    this(url, state, spoil -> new Message(headers, body.apply(spoil)), log);
  }
}
