package tollgate.provider.qiwi;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tollgate.json.Json;
import tollgate.json.ObjBuilder;
import tollgate.money.Money;
import tollgate.provider.OneLine;
import tollgate.provider.Order;

/** The body of a bill (section 2). Of the customer it says nothing: QIWI asks for what it needs. */
final class BillRequest {

  private static final int COMMENT_CHARS_MAX = 255;

  /** A bill dies by itself then at the latest (4). */
  private static final Duration LIFE_MAX = Duration.ofDays(45);

  private static final ZoneOffset MOSCOW = ZoneOffset.ofHours(3);

  private BillRequest() {}

  static Json.Obj of(Order order) {
    var body =
        Json.object()
            .put("amount", amount(order.amount()))
            .put("expirationDateTime", expires(order));
    var comment = OneLine.of(order.description(), COMMENT_CHARS_MAX, "");
    if (!comment.isEmpty()) body.put("comment", comment);
    return body.build();
  }

  /** {@link IllegalArgumentException} for what this gateway cannot bill. */
  static ObjBuilder amount(Money amount) {
    if (!amount.currency().equals(Qiwi.RUB) || !amount.isPositive()) {
      throw new IllegalArgumentException("no roubles: " + amount);
    }
    return Json.object().put("currency", amount.code()).put("value", amount.decimal());
  }

  /**
   * Counted from the message, so a repeat names a later time; the bill that exists by then keeps
   * its own.
   */
  private static String expires(Order order) {
    var life = Duration.ofSeconds(order.limit());
    var kept = life.compareTo(LIFE_MAX) > 0 ? LIFE_MAX : life;
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        order.stamp().at().plus(kept).atOffset(MOSCOW).withNano(0));
  }
}
