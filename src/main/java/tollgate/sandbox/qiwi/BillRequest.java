package tollgate.sandbox.qiwi;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a merchant asks for (§2), once every field has been found good. */
record BillRequest(QiwiSum sum, Instant expiresAt, JsonObject echoed) {

  /** No bill lives longer (§4). */
  static final Duration LIFE_MAX = Duration.ofDays(45);

  private static final int COMMENT_CHARS_MAX = 255;

  /** Empty where a field is missing or not allowed. */
  static Optional<BillRequest> read(JsonObject body, Instant now) {
    var sum = QiwiSum.read(body);
    var expires = expires(body, now);
    if (sum.isEmpty() || expires.isEmpty() || !isGood(body)) return Optional.empty();

    var echoed = new JsonObject();
    for (var name : List.of("customer", "customFields", "comment")) {
      if (body.getValue(name) != null) echoed.put(name, withoutNulls(body.getValue(name)));
    }
    return Optional.of(new BillRequest(sum.get(), expires.get(), echoed));
  }

  private static Optional<Instant> expires(JsonObject body, Instant now) {
    if (!(body.getValue("expirationDateTime") instanceof String text)) return Optional.empty();

    var latest = now.plus(LIFE_MAX);
    return QiwiTime.read(text)
        .filter(at -> at.isAfter(now))
        .map(at -> at.isAfter(latest) ? latest : at);
  }

  private static boolean isGood(JsonObject body) {
    var comment = body.getValue("comment", "");
    var isComment =
        comment == null || (comment instanceof String text && text.length() <= COMMENT_CHARS_MAX);
    return isComment
        && isOfTexts(body.getValue("customer"))
        && isOfTexts(body.getValue("customFields"));
  }

  /** The official client in Java sends a null for what it has no value of. */
  private static boolean isOfTexts(Object value) {
    return value == null
        || (value instanceof JsonObject map
            && map.stream()
                .allMatch(entry -> entry.getValue() == null || entry.getValue() instanceof String));
  }

  private static Object withoutNulls(Object value) {
    if (!(value instanceof JsonObject map)) return value;

    var texts = new JsonObject();
    map.stream()
        .filter(entry -> entry.getValue() != null)
        .forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
    return texts;
  }

  /** Texts of people, in which faults may be asked for. */
  List<String> texts() {
    var custom = echoed.getJsonObject("customFields", new JsonObject());
    return Stream.concat(
            Stream.of(echoed.getString("comment", "")),
            custom.stream().map(entry -> String.valueOf(entry.getValue())))
        .toList();
  }
}
