package tollgate.provider.robokassa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.RedirectData;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.Form;
import tollgate.provider.Order;
import tollgate.provider.Provider;
import tollgate.provider.Reading;
import tollgate.provider.Refunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;
import tollgate.tenant.Method;

/**
 * Robokassa. A sale begins without a call: we sign a form, the customer's browser posts it. Only
 * success is told; all else is found by asking, and a customer who has not come yet is unknown
 * there.
 *
 * <p>Fields of a gateway: {@code merchant_login}, {@code hash} as the cabinet has it, and
 * optionally {@code test} ({@code yes}: a trial shop, whose passwords are the trial pair) and
 * {@code services}, the address of the refund service. Its keys: {@code password1}, {@code
 * password2}, and for refunds {@code password3}.
 */
public final class Robokassa implements Provider {

  static final Currency RUB = Currency.getInstance("RUB");

  /** 1.00 to 1,000,000.00 roubles; the shop's contract may allow less. */
  private static final Method PAGE =
      new Method("robokassa", "robokassa", "Robokassa", RUB, 100, 100_000_000, 1, false);

  @Override
  public String name() {
    return "robokassa";
  }

  @Override
  public List<Method> methods() {
    return List.of(PAGE);
  }

  @Override
  public Needs needs() {
    return new Needs(List.of(Shop.LOGIN, Shop.HASH), List.of(Shop.PASSWORD_1, Shop.PASSWORD_2));
  }

  @Override
  public Map<String, String> mistakes(Gateway gateway) {
    return Shop.mistakes(gateway.fields());
  }

  @Override
  public Start start(Order order, Gateway gateway) {
    var shop = Shop.of(gateway);
    var page = shop.base() + "/Merchant/Index.aspx";
    var form = RedirectData.post(page, PayForm.of(order, shop));
    return new Start.Already(new CustomerRedirected(form, ""));
  }

  /** Trial payments cannot be asked for (section 6). */
  @Override
  public Optional<Request> ask(Order order, Gateway gateway) {
    var shop = Shop.of(gateway);
    return shop.isTrial() ? Optional.empty() : Optional.of(question(order, shop));
  }

  static Request question(Order order, Shop shop) {
    var number = PayForm.invId(order);
    var fields = new LinkedHashMap<String, String>();
    fields.put("MerchantLogin", shop.login());
    fields.put("InvoiceID", number);
    fields.put(
        "Signature", Signature.of(shop, List.of(shop.login(), number), shop.password2(), Map.of()));
    var url = shop.base() + "/Merchant/WebService/Service.asmx/OpStateExt?";
    return new Request("GET", url + Form.write(fields, UTF_8), Map.of(), "");
  }

  /** It has no such call; the form itself says when it ends. */
  @Override
  public Optional<Request> cancel(Order order, Gateway gateway) {
    return Optional.empty();
  }

  @Override
  public ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    var state = StateReply.read(reply);
    return state == null ? new Doubtful("HTTP " + reply.status()) : state.event(order);
  }

  @Override
  public Reading open(Callback callback, Gateway gateway) {
    return Notice.open(callback, Shop.of(gateway));
  }

  @Override
  public Evidence evidence(Callback callback, Gateway gateway) {
    return Notice.evidence(callback, Shop.of(gateway));
  }

  @Override
  public Optional<Came> returned(Callback callback, Gateway gateway) {
    return Notice.returned(callback, Shop.of(gateway));
  }

  /** What is not {@code OK} and the number comes again, for a person to notice there too. */
  @Override
  public Answer answer(Verdict verdict, Callback callback) {
    return switch (verdict) {
      case TAKEN -> Answer.text(200, "OK" + number(callback));
      case MISMATCH -> Answer.text(409, "bad sum");
      case FORGED -> Answer.text(403, "bad sign");
      case MALFORMED, UNWANTED -> Answer.text(400, "malformed");
      case UNKNOWN -> Answer.text(404, "unknown invoice");
      case BUSY -> Answer.text(503, "again");
    };
  }

  private static String number(Callback callback) {
    var notice = Notice.read(callback);
    return notice == null ? "" : notice.number();
  }

  @Override
  public Optional<Refunds> refunds() {
    return Optional.of(new RobokassaRefunds());
  }
}
