package tollgate.provider.touchngo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.RedirectData;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.Form;
import tollgate.provider.Order;
import tollgate.provider.Payouts;
import tollgate.provider.Provider;
import tollgate.provider.Reading;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Bounds;
import tollgate.tenant.Gateway;
import tollgate.tenant.Method;

/**
 * Touch'n Go. A sale begins without a call: we sign a form, the customer's browser posts it, and
 * until then the provider knows nothing. A payout is a call of ours.
 *
 * <p>Fields of a gateway: {@code merchant_code}, and optionally {@code trans_provider}, the
 * wallet's number there. Its key: {@code merchant_key}, which signs both directions.
 */
public final class TouchnGo implements Provider {

  static final Currency MYR = Currency.getInstance("MYR");
  static final String MERCHANT_CODE = "merchant_code";
  static final String CODE_FIELD = "MerchantCode";
  static final String TRANS_PROVIDER = "trans_provider";
  static final String MERCHANT_KEY = "merchant_key";

  /** 1.00 to 30,000.00 ringgit. */
  private static final Method WALLET =
      new Method(
          "touchngo",
          "touchngo_wallet",
          "Touchngo Wallet",
          MYR,
          100,
          3_000_000,
          1,
          false,
          new Bounds(500, 2_000_000));

  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/x-www-form-urlencoded");

  @Override
  public String name() {
    return "touchngo";
  }

  @Override
  public List<Method> methods() {
    return List.of(WALLET);
  }

  @Override
  public Needs needs() {
    return new Needs(List.of(MERCHANT_CODE), List.of(MERCHANT_KEY));
  }

  @Override
  public Start start(Order order, Gateway gateway) {
    var form = RedirectData.post(base(gateway) + "/pay", PayForm.of(order, gateway));
    return new Start.Already(new CustomerRedirected(form, ""));
  }

  @Override
  public Optional<Request> ask(Order order, Gateway gateway) {
    return Optional.of(call(Signature.Purpose.STATUS, Map.of(), order, gateway));
  }

  /** Binding there: what is cancelled cannot be paid any more, even if the form comes later (5). */
  @Override
  public Optional<Request> cancel(Order order, Gateway gateway) {
    return Optional.of(call(Signature.Purpose.CANCEL, Map.of(), order, gateway));
  }

  @Override
  public ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    // A 404 to a question says that the customer has not arrived yet, not that they never will.
    if (reply.status() != 200) return new Doubtful("HTTP " + reply.status());

    var form = Form.read(reply.body().getBytes(UTF_8), UTF_8);
    if (form == null) return new Doubtful("HTTP 200, no form");
    return Signed.isBy(gateway, Signature.Purpose.ANSWER, form)
            && form.value("TransNum").equals(order.reference())
        ? Words.event(form)
        : new Doubtful("an answer of somebody else");
  }

  @Override
  public Reading open(Callback callback, Gateway gateway) {
    return Signed.open(callback.body(), gateway);
  }

  @Override
  public Evidence evidence(Callback callback, Gateway gateway) {
    return Signed.evidence(callback.body(), gateway);
  }

  @Override
  public Answer answer(Verdict verdict, Callback callback) {
    return switch (verdict) {
      case TAKEN, MISMATCH -> Answer.text(200, "OK");
      case FORGED -> Answer.text(403, "FAIL signature");
      case MALFORMED, UNWANTED -> Answer.text(400, "FAIL malformed");
      case UNKNOWN -> Answer.text(404, "FAIL unknown");
      case BUSY -> Answer.text(503, "FAIL again");
    };
  }

  @Override
  public Optional<Payouts> payouts() {
    return Optional.of(new WalletPayouts());
  }

  /** A call with these fields and those that every call has. */
  static Request call(
      Signature.Purpose purpose, Map<String, String> more, Order order, Gateway gateway) {
    var fields = new TreeMap<>(more);
    fields.put(CODE_FIELD, gateway.field(MERCHANT_CODE));
    fields.put("TransNum", order.reference());
    fields.put(Signature.FIELD, Signature.of(purpose, fields, gateway.key(MERCHANT_KEY)));
    return new Request("POST", base(gateway) + purpose.path(), HEADERS, Form.write(fields, UTF_8));
  }

  static String base(Gateway gateway) {
    return gateway.base().toString().replaceFirst("/+$", "");
  }
}
