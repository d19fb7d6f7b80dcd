package tollgate.provider.paymaster;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.RedirectData;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.Order;
import tollgate.provider.Provider;
import tollgate.provider.Reading;
import tollgate.provider.Refunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;
import tollgate.tenant.Method;

/**
 * PayMaster, the LMI protocol with its REST calls (part 1 of the protocol page). A sale begins
 * without a call: the customer's browser posts a form; PayMaster asks us before it takes the money,
 * and a signed notification proves that it did. UTF-8 only: its names come from WebMoney, its
 * charset does not.
 *
 * <p>Fields of a gateway: {@code merchant_id}, the site's GUID; {@code login} of the user for
 * automatic access; {@code hash}, as the site is set: {@code md5}, {@code sha1} or {@code sha256},
 * which it is without; {@code sim_mode} 0, 1 or 2 on a test site, whose payments no other gateway
 * takes for money. Keys: {@code secret} of notifications, {@code password} of that user.
 */
public final class Paymaster implements Provider {

  static final Currency RUB = Currency.getInstance("RUB");
  static final String MERCHANT_ID = "merchant_id";
  static final String LOGIN = "login";
  static final String HASH = "hash";
  static final String SIM_MODE = "sim_mode";
  static final String SECRET = "secret";
  static final String PASSWORD = "password";

  /** Chosen: 1.00 to 1,000,000.00 rubles. */
  private static final Method PAYMASTER =
      new Method("paymaster", "paymaster", "PayMaster LMI", RUB, 100, 100_000_000, 1, false);

  @Override
  public String name() {
    return "paymaster";
  }

  @Override
  public List<Method> methods() {
    return List.of(PAYMASTER);
  }

  @Override
  public Needs needs() {
    return new Needs(List.of(MERCHANT_ID, LOGIN), List.of(SECRET, PASSWORD));
  }

  @Override
  public Start start(Order order, Gateway gateway) {
    var form = RedirectData.post(base(gateway) + "/payment/init", LmiForm.of(order, gateway));
    return new Start.Already(new CustomerRedirected(form, ""));
  }

  @Override
  public Optional<Request> ask(Order order, Gateway gateway) {
    return Optional.of(
        new RestCall("getPaymentByInvoiceID")
            .with("invoiceID", order.reference())
            .with("siteAlias", gateway.field(MERCHANT_ID))
            .request(order.stamp().nonce(), gateway));
  }

  /** By their number, which the first answer tells; till then the form's own end must do. */
  @Override
  public Optional<Request> cancel(Order order, Gateway gateway) {
    if (!Replies.isId(order.providersId())) return Optional.empty();

    return Optional.of(
        new RestCall("CancelPayment")
            .with("paymentID", order.providersId())
            .with("error", "")
            .request(order.stamp().nonce(), gateway));
  }

  @Override
  public ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    return Replies.read(order, gateway, reply);
  }

  @Override
  public Reading open(Callback callback, Gateway gateway) {
    return Notification.open(callback, gateway);
  }

  @Override
  public Evidence evidence(Callback callback, Gateway gateway) {
    return Notification.evidence(callback, gateway);
  }

  /** YES lets the payer pay, anything else does not (1.2); 200 ends a notification. */
  @Override
  public Answer answer(Verdict verdict, Callback callback) {
    return switch (verdict) {
      case TAKEN, MISMATCH -> Answer.text(200, "YES");
      case UNWANTED -> Answer.text(200, "NO");
      case FORGED -> Answer.text(403, "NO");
      case MALFORMED -> Answer.text(400, "NO");
      case UNKNOWN -> Answer.text(404, "NO");
      case BUSY -> Answer.text(503, "NO");
    };
  }

  @Override
  public Optional<Refunds> refunds() {
    return Optional.of(new RestRefunds());
  }

  static String base(Gateway gateway) {
    return gateway.base().toString().replaceFirst("/+$", "");
  }

  static boolean isTest(Gateway gateway) {
    return gateway.fields().containsKey(SIM_MODE);
  }
}
