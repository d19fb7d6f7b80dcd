package tollgate.sandbox;

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

  /** What is sent in one attempt. */
  public record Message(Map<String, String> headers, String body) {}

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
