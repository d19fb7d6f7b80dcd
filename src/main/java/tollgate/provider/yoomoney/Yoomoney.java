package tollgate.provider.yoomoney;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.RedirectData;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.Form;
import tollgate.provider.OneLine;
import tollgate.provider.Order;
import tollgate.provider.Provider;
import tollgate.provider.Reading;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;
import tollgate.tenant.Method;

/**
 * YooMoney, a private wallet. A sale begins without a call: the browser posts a form that nobody
 * signs, so what was agreed travels in its label, see {@link Label}. A notification proves the
 * money by the newer signature, and by the older one makes us ask the wallet's history for the
 * operation that it names. Money goes back by hand only.
 *
 * <p>Field of a gateway: {@code receiver}, our wallet; and, all optional: {@code payment_type},
 * {@code PC} from a wallet or {@code AC} by card, which is usual; {@code signature}, {@code auto},
 * {@code sha1} or {@code hmac}; {@code commission_wallet} and {@code commission_card}, see {@link
 * Commission}. Keys: {@code notification_secret}, and {@code oauth_token} if there is one: without
 * it the provider cannot be asked, and money is only believed by the signature over all fields.
 */
public final class Yoomoney implements Provider {

  static final Currency RUB = Currency.getInstance("RUB");
  static final String RECEIVER = "receiver";
  static final String PAYMENT_TYPE = "payment_type";
  static final String SIGNATURE = "signature";
  static final String NOTIFICATION_SECRET = "notification_secret";
  static final String OAUTH_TOKEN = "oauth_token";

  private static final String CARD = "AC";
  private static final int TARGETS_CHARS_MAX = 150;

  /** Two roubles, below which commission rounds too coarsely, to 250,000: eight digits at most. */
  private static final Method WALLET =
      new Method("yoomoney", "yoomoney_wallet", "YooMoney", RUB, 200, 25_000_000, 1, false);

  @Override
  public String name() {
    return "yoomoney";
  }

  @Override
  public List<Method> methods() {
    return List.of(WALLET);
  }

  @Override
  public Needs needs() {
    return new Needs(List.of(RECEIVER), List.of(NOTIFICATION_SECRET));
  }

  @Override
  public Map<String, String> mistakes(Gateway gateway) {
    var isBySha1 = gateway.fields().getOrDefault(SIGNATURE, "").equals("sha1");
    return isBySha1 && !gateway.keys().containsKey(OAUTH_TOKEN)
        ? Map.of("fields." + SIGNATURE, "sha1 moves no money without keys." + OAUTH_TOKEN)
        : Map.of();
  }

  @Override
  public Start start(Order order, Gateway gateway) {
    var amount = order.amount();
    if (!amount.currency().equals(RUB) || !amount.isPositive()) {
      throw new IllegalArgumentException("no roubles: " + amount);
    }
    var fields = new LinkedHashMap<String, String>();
    fields.put("receiver", gateway.field(RECEIVER));
    fields.put("quickpay-form", "button");
    fields.put("paymentType", paymentType(gateway));
    fields.put("sum", amount.decimal());
    fields.put("label", Label.of(order, gateway).text());
    fields.put("targets", OneLine.of(order.description(), TARGETS_CHARS_MAX, "Top-up"));
    fields.put("successURL", order.returnUrl());
    var form = RedirectData.post(base(gateway) + "/quickpay/confirm", fields);
    return new Start.Already(new CustomerRedirected(form, ""));
  }

  @Override
  public Optional<Request> ask(Order order, Gateway gateway) {
    var token = gateway.keys().get(OAUTH_TOKEN);
    if (token == null) return Optional.empty();

    var headers =
        Map.of(
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Authorization",
            "Bearer " + token.reveal());
    var fields = new LinkedHashMap<String, String>();
    fields.put("type", "deposition");
    fields.put("label", Label.of(order, gateway).text());
    fields.put("records", Integer.toString(History.RECORDS_MAX));
    var url = base(gateway) + "/api/operation-history";
    return Optional.of(new Request("POST", url, headers, Form.write(fields, UTF_8)));
  }

  /** A form that was handed out can be posted for ever. */
  @Override
  public Optional<Request> cancel(Order order, Gateway gateway) {
    return Optional.empty();
  }

  @Override
  public ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    return History.read(order, gateway, reply);
  }

  @Override
  public Reading open(Callback callback, Gateway gateway) {
    return Notification.open(callback.body(), gateway);
  }

  @Override
  public Evidence evidence(Callback callback, Gateway gateway) {
    return Notification.evidence(callback.body(), gateway);
  }

  /** Whatever is not 200 is told again twice, and never after an hour (A.2). */
  @Override
  public Answer answer(Verdict verdict, Callback callback) {
    return switch (verdict) {
      case TAKEN, MISMATCH -> Answer.text(200, "OK");
      case FORGED -> Answer.text(403, "signature");
      case MALFORMED, UNWANTED -> Answer.text(400, "malformed");
      case UNKNOWN -> Answer.text(404, "unknown label");
      case BUSY -> Answer.text(503, "again");
    };
  }

  static String paymentType(Gateway gateway) {
    return gateway.fields().getOrDefault(PAYMENT_TYPE, CARD);
  }

  static boolean isByCard(Gateway gateway) {
    return paymentType(gateway).equals(CARD);
  }

  private static String base(Gateway gateway) {
    return gateway.base().toString().replaceFirst("/+$", "");
  }
}
