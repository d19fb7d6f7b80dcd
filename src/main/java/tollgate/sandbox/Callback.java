package tollgate.sandbox;

import java.util.Map;
import java.util.function.Function;

/**
 * One piece of news for a merchant.
 *
 * @param state what it tells, for the log
 * @param headers sent with every attempt
 * @param body the message, made anew for every attempt, as some attempts are spoilt on purpose
 * @param log where attempts and answers are written down
 */
public record Callback(
    String url,
    String state,
    Map<String, String> headers,
    Function<Spoil, String> body,
    AttemptLog log) {}
