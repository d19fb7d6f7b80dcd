package tollgate.provider.paymaster2;

import tollgate.json.Json;
import tollgate.json.ObjBuilder;
import tollgate.money.Money;
import tollgate.provider.OneLine;
import tollgate.provider.Order;
import tollgate.tenant.Gateway;

/**
 * The body of an invoice (2.1). The customer's name, phone and address stay with us: PayMaster asks
 * for none of them. It has no end of its own, which would have to be told as a moment: a repeat
 * under the same key must have the same body.
 */
final class InvoiceBody {

  private static final int DESCRIPTION_CHARS_MAX = 255;

  private InvoiceBody() {}

  static Json.Obj of(Order order, Gateway gateway) {
    var description = OneLine.of(order.description(), DESCRIPTION_CHARS_MAX, order.reference());
    return Json.object()
        .put("merchantId", gateway.field(Paymaster2.MERCHANT_ID))
        .put("testMode", Paymaster2.isTest(gateway))
        .put("dualMode", false)
        .put(
            "invoice",
            Json.object().put("description", description).put("orderNo", order.reference()))
        .put("amount", amount(order.amount()))
        .put(
            "protocol",
            Json.object()
                .put("returnUrl", order.returnUrl())
                .put("callbackUrl", CallbackAddress.of(order, gateway)))
        .build();
  }

  /** {@link IllegalArgumentException} for what this provider cannot move. */
  static ObjBuilder amount(Money amount) {
    if (!amount.currency().equals(Paymaster2.RUB) || !amount.isPositive()) {
      throw new IllegalArgumentException("no rubles: " + amount);
    }
    return Json.object()
        .put("value", new Json.Num(amount.decimal()))
        .put("currency", amount.code());
  }
}
