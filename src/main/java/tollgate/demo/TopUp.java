package tollgate.demo;

import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.money.Money;

/**
 * A top-up as the merchant knows it, from a webhook or from a status answer: both have the same
 * members (gate-api, sections 7.3 and 9.1).
 *
 * @param provider what people call the way it is paid
 * @param id the merchant's payment id
 * @param customer the merchant's customer id
 * @param code gate-api, section 10
 * @param redirect where to send the customer; null unless the gateway said so
 */
record TopUp(
    Shop shop,
    String provider,
    String id,
    String customer,
    Phase phase,
    Money sum,
    String code,
    @Nullable Redirect redirect) {

  /** What is going on, in a customer's view. */
  enum Phase {
    /** The gateway is asking the provider where the customer is to go. */
    STARTING,
    /** The customer is expected at the provider. */
    AT_PROVIDER,
    /** The customer is back, the provider has not decided. */
    DECIDING,
    PAID,
    DECLINED;

    boolean isFinal() {
      return this == PAID || this == DECLINED;
    }

    static Phase of(String status) {
      return switch (status) {
        case "processing" -> STARTING;
        case "awaiting redirect result" -> AT_PROVIDER;
        case "success" -> PAID;
        case "decline", "error" -> DECLINED;
        default -> DECIDING;
      };
    }
  }

  /** Empty if it is about no payment with a sum. */
  static Optional<TopUp> of(Shop shop, Json.Obj message) {
    if (!(message.at("payment", "sum", "amount") instanceof Json.Num amount)) {
      return Optional.empty();
    }
    if (!(message.at("payment", "id") instanceof Json.Str id)) return Optional.empty();

    var minor = amount.exactLong();
    var currency = currency(text(message, "payment", "sum", "currency"));
    if (minor.isEmpty() || currency.isEmpty()) return Optional.empty();

    return Optional.of(
        new TopUp(
            shop,
            shop.title(text(message, "payment", "method")),
            id.text(),
            text(message, "customer", "id"),
            Phase.of(text(message, "payment", "status")),
            new Money(minor.getAsLong(), currency.get()),
            text(operation(message), "code"),
            Redirect.of(message.member("redirect_data"))));
  }

  /** A webhook is about one operation, a status answer lists them, the latest last. */
  private static Json.Obj operation(Json.Obj message) {
    if (message.member("operation") instanceof Json.Obj one) return one;
    if (message.member("operations") instanceof Json.Arr(var all)
        && !all.isEmpty()
        && all.getLast() instanceof Json.Obj latest) {
      return latest;
    }
    return Json.object().build();
  }

  private static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static String text(Json.Obj message, String... path) {
    return message.at(path) instanceof Json.Str str ? str.text() : "";
  }

  /** Whether it is paid in an app: a page on the web needs no other device. */
  boolean isInApp() {
    return shop.isInApp(provider);
  }

  /** For the pages' own scripts. */
  Json.Obj json() {
    var words = PlainWords.of(this);
    return Json.object()
        .put("project", shop.project())
        .put("payment", id)
        .put("phase", phase.name())
        .put("final", phase.isFinal())
        .put("redirect", redirect != null)
        .put("headline", words.headline())
        .put("text", words.text())
        .build();
  }
}
