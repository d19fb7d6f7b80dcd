package tollgate.provider.yookassa;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.json.ObjBuilder;
import tollgate.money.Money;
import tollgate.provider.JsonMessage;

/** Amounts as this API has them: a text with two decimals, and a currency (B.1). */
final class Amounts {

  private static final Pattern VALUE = Pattern.compile("[0-9]{1,10}\\.[0-9]{2}");

  private Amounts() {}

  /** {@link IllegalArgumentException} for what this gateway cannot take. */
  static ObjBuilder write(Money amount) {
    if (!amount.currency().equals(Yookassa.RUB) || !amount.isPositive()) {
      throw new IllegalArgumentException("no roubles: " + amount);
    }
    return Json.object().put("value", amount.decimal()).put("currency", amount.code());
  }

  /** The member {@code amount}; null for what is none in roubles. */
  static @Nullable Money read(JsonMessage object) {
    var value = object.text("amount", "value");
    return VALUE.matcher(value).matches() && object.text("amount", "currency").equals("RUB")
        ? Money.parse(value, Yookassa.RUB)
        : null;
  }
}
