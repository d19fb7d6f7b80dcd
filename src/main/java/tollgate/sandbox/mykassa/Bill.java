package tollgate.sandbox.mykassa;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tollgate.sandbox.AttemptLog;
import tollgate.sandbox.Callback;
import tollgate.sandbox.Faults;
import tollgate.sandbox.Kept;
import tollgate.sandbox.Signing;

/**
 * One payment at one moment.
 *
 * @param id the provider's own number of it
 * @param status as FreeKassa's orders have it: 0 new, 1 paid, 8 error, 9 cancelled
 */
record Bill(long number, String id, Order order, Origin origin, int status) implements Kept {

  static final int NEW = 0;
  static final int PAID = 1;
  static final int ERROR = 8;
  static final int CANCELLED = 9;

  /** What the shop asked for: the fields of the link. */
  record Order(String name, Map<String, String> form, Faults faults) {

    Order {
      form = Map.copyOf(form);
    }

    BigDecimal amount() {
      return new BigDecimal(form.getOrDefault("oa", "0")).setScale(2);
    }

    long minorUnits() {
      return amount().movePointRight(2).longValueExact();
    }

    String currency() {
      return form.getOrDefault("currency", "RUB");
    }
  }

  /** {@code executions} counts how often money was taken for it: never above one. */
  record Origin(
      MykassaAccount account, AttemptLog attempts, AtomicInteger executions, Instant createdAt) {}

  @Override
  public String key() {
    return key(origin.account(), order.name());
  }

  static String key(MykassaAccount account, String order) {
    return account.shop() + "/" + order;
  }

  @Override
  public boolean isOpen() {
    return status == NEW;
  }

  boolean isPaid() {
    return status == PAID;
  }

  Bill in(int next) {
    return new Bill(number, id, order, origin, next);
  }

  String message() {
    return switch (status) {
      case NEW -> "Waiting for the customer";
      case PAID -> "Paid";
      case CANCELLED -> "Cancelled";
      default -> "Failed";
    };
  }

  @Override
  public AttemptLog attempts() {
    return origin.attempts();
  }

  @Override
  public Signing signing(Callback.Message sent) {
    var form = Signing.form(sent);
    var text =
        MykassaSignature.text(
            origin.account().shop(),
            form.getOrDefault("AMOUNT", ""),
            Signing.KEY,
            form.getOrDefault("MERCHANT_ORDER_ID", ""));
    return new Signing("MD5 with the second word, in SIGN", text);
  }

  @Override
  public JsonObject told() {
    return new JsonObject()
        .put("number", number)
        .put("id", id)
        .put("reference", order.name())
        .put("merchant", origin.account().shop())
        .put("status", status)
        .put("taken", isPaid())
        .put("executions", origin.executions().get())
        .put("amount_minor", order.minorUnits())
        .put("currency", order.currency())
        .put("created_at", origin.createdAt().toString())
        .put("attempts", origin.attempts().told());
  }
}
