package tollgate.sandbox.robokassa;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The rules for the fields of the redirect (§2, §10). */
final class PayRequest {

  private static final Pattern SUM = Pattern.compile("(0|[1-9][0-9]{0,9})(\\.[0-9]{1,2})?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{0,10}");
  private static final long NUMBER_MAX = 2_147_483_647;
  private static final int DESCRIPTION_CHARS_MAX = 100;
  private static final List<String> CURRENCIES = List.of("", "USD", "EUR", "KZT");
  private static final Charset WINDOWS = Charset.forName("windows-1251");

  private PayRequest() {}

  /** Fields by name, decoded once; empty when one comes twice. */
  static Optional<Map<String, String>> read(RoutingContext call) {
    var isGet = call.request().method().equals(HttpMethod.GET);
    var fields = fields(isGet ? call.queryParams() : call.request().formAttributes());
    if (isGet)
      fields.ifPresent(
          form -> describe(form, Objects.requireNonNullElse(call.request().query(), "")));
    return fields;
  }

  private static Optional<Map<String, String>> fields(MultiMap sent) {
    var form = new TreeMap<String, String>();
    for (var field : sent) {
      if (form.put(field.getKey(), field.getValue()) != null) return Optional.empty();
    }
    return Optional.of(form);
  }

  /** Old clients write the description in windows-1251; the signature does not cover it. */
  private static void describe(Map<String, String> form, String query) {
    if (!form.getOrDefault("Encoding", "utf-8").equalsIgnoreCase("windows-1251")) return;

    for (var part : query.split("&", -1)) {
      if (!part.startsWith("Description=")) continue;
      form.put("Description", URLDecoder.decode(part.substring(part.indexOf('=') + 1), WINDOWS));
    }
  }

  static boolean isAcceptable(Map<String, String> form) {
    var sum = form.getOrDefault("OutSum", "");
    var number = form.getOrDefault("InvId", "");
    var description = form.getOrDefault("Description", "");
    return SUM.matcher(sum).matches()
        && new BigDecimal(sum).signum() > 0
        && NUMBER.matcher(number).matches()
        && (number.isEmpty() || Long.parseLong(number) <= NUMBER_MAX)
        && !description.isEmpty()
        && description.length() <= DESCRIPTION_CHARS_MAX
        && CURRENCIES.contains(form.getOrDefault("OutSumCurrency", ""))
        && isReceipt(form.getOrDefault("Receipt", ""));
  }

  /** Some shops encode it once more (§3). */
  private static boolean isReceipt(String receipt) {
    if (receipt.isEmpty()) return true;

    try {
      var json = receipt.startsWith("%7B") ? URLDecoder.decode(receipt, UTF_8) : receipt;
      return new JsonObject(json).containsKey("items");
    } catch (DecodeException | IllegalArgumentException notJson) {
      return false;
    }
  }

  static Optional<Instant> expiry(Map<String, String> form) {
    var text = form.getOrDefault("ExpirationDate", "");
    if (text.isEmpty()) return Optional.empty();

    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
