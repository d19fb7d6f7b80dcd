package tollgate.provider.midtrans;

import tollgate.json.Json;
import tollgate.json.ObjBuilder;
import tollgate.money.Money;
import tollgate.provider.Order;

/**
 * The body of a charge (section 4). The customer's name and phone stay with us: GoPay asks for
 * neither.
 */
final class Charge {

  /** Midtrans knows two decimals of the rupiah in answers and none in requests. */
  private static final long MINOR_IN_RUPIAH = 100;

  private static final int NAME_CHARS_MAX = 50;
  private static final String NAMELESS = "Wallet top-up";

  /** The shortest and the longest life of a charge, in seconds (12.1). */
  private static final int LIFE_MIN = 20;

  private static final int LIFE_MAX = 7 * 24 * 3600;

  private Charge() {}

  static Json.Obj of(Order order) {
    long rupiah = rupiah(order.amount());
    return Json.object()
        .put("payment_type", "gopay")
        .put(
            "transaction_details",
            Json.object().put("order_id", order.reference()).put("gross_amount", rupiah))
        .put("item_details", Json.array(item(order, rupiah).build()))
        .put(
            "gopay",
            Json.object().put("enable_callback", true).put("callback_url", order.returnUrl()))
        .put("custom_expiry", life(order.limit()))
        .build();
  }

  /** Exact: the method's step refuses other amounts before they come here. */
  static long rupiah(Money amount) {
    if (!amount.currency().equals(Midtrans.IDR) || amount.minor() % MINOR_IN_RUPIAH != 0) {
      throw new IllegalArgumentException("no whole number of rupiah: " + amount);
    }
    return amount.minor() / MINOR_IN_RUPIAH;
  }

  private static ObjBuilder item(Order order, long rupiah) {
    return Json.object()
        .put("id", "topup")
        .put("price", rupiah)
        .put("quantity", 1)
        .put("name", name(order.description()));
  }

  private static String name(String description) {
    return description.isBlank() ? NAMELESS : cut(description, NAME_CHARS_MAX);
  }

  /** Shortened where a character ends. */
  static String cut(String text, int charsMax) {
    if (text.length() <= charsMax) return text;

    boolean splits = Character.isHighSurrogate(text.charAt(charsMax - 1));
    return text.substring(0, splits ? charsMax - 1 : charsMax);
  }

  /**
   * In the largest unit that says it exactly. Counted by Midtrans from its own transaction time; an
   * order time of ours would kill a charge that is repeated late (12.3).
   */
  private static ObjBuilder life(int limit) {
    int seconds = Math.clamp(limit, LIFE_MIN, LIFE_MAX);
    if (seconds % 86_400 == 0) return life(seconds / 86_400, "day");
    if (seconds % 3_600 == 0) return life(seconds / 3_600, "hour");
    if (seconds % 60 == 0) return life(seconds / 60, "minute");
    return life(seconds, "second");
  }

  private static ObjBuilder life(int duration, String unit) {
    return Json.object().put("expiry_duration", duration).put("unit", unit);
  }
}
