package tollgate.provider.mykassa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
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
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.signing.Digest;
import tollgate.tenant.Gateway;
import tollgate.tenant.Method;

/**
 * MyKassa and FreeKassa, one protocol in two flavours. A sale begins without a call: the customer
 * follows a signed link. There are no refunds, and MyKassa cannot be asked either: what is not told
 * in time is declined, and a word that comes later is late money.
 *
 * <p>Fields of a gateway: {@code shop} and {@code flavour} ({@code mykassa} or {@code freekassa}),
 * and optionally {@code api}, where FreeKassa's API is. Its keys: {@code word1}, {@code word2} and
 * of FreeKassa {@code api_key}, without which it is not asked.
 */
public final class MyKassa implements Provider {

  static final Currency RUB = Currency.getInstance("RUB");
  static final String SHOP = "shop";
  static final String API = "api";
  static final String WORD_1 = "word1";
  static final String WORD_2 = "word2";
  static final String API_KEY = "api_key";

  /** Ours, echoed: letters and digits only (section 1). */
  static final String TOKEN = "us_token";

  /** 1.00 to 1,000,000.00 roubles; the shop's contract may allow less. */
  private static final Method MYKASSA = method("mykassa", "MyKassa");

  private static final Method FREEKASSA = method("freekassa", "FreeKassa");

  private static Method method(String code, String title) {
    return new Method(code, code, title, RUB, 100, 100_000_000, 1, false);
  }

  @Override
  public String name() {
    return "mykassa";
  }

  @Override
  public List<Method> methods() {
    return List.of(MYKASSA, FREEKASSA);
  }

  @Override
  public Needs needs() {
    return new Needs(List.of(SHOP, Flavour.FIELD), List.of(WORD_1, WORD_2));
  }

  @Override
  public Map<String, String> mistakes(Gateway gateway) {
    var mistakes = new HashMap<String, String>();
    if (!gateway.fields().getOrDefault(SHOP, "").matches("[0-9]{1,18}")) {
      mistakes.put("fields." + SHOP, "must be a number");
    }
    if (!gateway.fields().getOrDefault(Flavour.FIELD, "").matches("mykassa|freekassa")) {
      mistakes.put("fields." + Flavour.FIELD, "must be mykassa or freekassa");
    }
    return mistakes;
  }

  @Override
  public Optional<String> refuses(Method method, Gateway gateway) {
    var flavour = gateway.fields().getOrDefault(Flavour.FIELD, "");
    return method.code().equals(flavour)
        ? Optional.empty()
        : Optional.of("the gateway's flavour is " + flavour);
  }

  @Override
  public Start start(Order order, Gateway gateway) {
    var url = base(gateway) + Flavour.of(gateway).page() + "?";
    var link = RedirectData.get(url + Form.write(fields(order, gateway), UTF_8));
    return new Start.Already(new CustomerRedirected(link, ""));
  }

  private static Map<String, String> fields(Order order, Gateway gateway) {
    var isFree = Flavour.of(gateway) == Flavour.FREEKASSA;
    var signed = new ArrayList<>(List.of(gateway.field(SHOP), roubles(order)));
    signed.add(gateway.key(WORD_1).reveal());
    if (isFree) signed.add(RUB.getCurrencyCode());
    signed.add(order.reference());

    var fields = new LinkedHashMap<String, String>();
    fields.put("m", gateway.field(SHOP));
    fields.put("oa", roubles(order));
    if (isFree) fields.put("currency", RUB.getCurrencyCode());
    fields.put("o", order.reference());
    fields.put("s", Digest.MD5.hex(String.join(":", signed)));
    fields.put("em", order.person().getOrDefault("email", ""));
    fields.put(TOKEN, order.token());
    fields.values().removeIf(String::isEmpty);
    return fields;
  }

  /** The shortest text of it, which is the same whether they cut zeros or not (section 1). */
  private static String roubles(Order order) {
    var amount = order.amount();
    if (!amount.currency().equals(RUB) || !amount.isPositive()) {
      throw new IllegalArgumentException("no roubles: " + amount);
    }
    return new BigDecimal(amount.decimal()).stripTrailingZeros().toPlainString();
  }

  @Override
  public Optional<Request> ask(Order order, Gateway gateway) {
    var canBeAsked =
        Flavour.of(gateway) == Flavour.FREEKASSA && gateway.keys().containsKey(API_KEY);
    return canBeAsked ? Optional.of(Orders.ask(order, gateway)) : Optional.empty();
  }

  /** Neither has such a call. */
  @Override
  public Optional<Request> cancel(Order order, Gateway gateway) {
    return Optional.empty();
  }

  @Override
  public ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    return call == Call.ASK ? Orders.read(order, reply) : new Doubtful("nothing was asked");
  }

  @Override
  public Reading open(Callback callback, Gateway gateway) {
    return Notice.open(callback, gateway);
  }

  @Override
  public Evidence evidence(Callback callback, Gateway gateway) {
    return Notice.evidence(callback, gateway);
  }

  @Override
  public Optional<Came> returned(Callback callback, Gateway gateway) {
    return Notice.returned(callback);
  }

  /** Only {@code YES} and nothing else ends the repeats (section 2). */
  @Override
  public Answer answer(Verdict verdict, Callback callback) {
    return switch (verdict) {
      case TAKEN, MISMATCH -> Answer.text(200, "YES");
      case FORGED -> Answer.text(400, "wrong sign");
      case MALFORMED, UNWANTED -> Answer.text(400, "malformed");
      case UNKNOWN -> Answer.text(404, "unknown order");
      case BUSY -> Answer.text(503, "again");
    };
  }

  static String base(Gateway gateway) {
    return gateway.base().toString().replaceFirst("/+$", "");
  }

  /** FreeKassa's API has had several hosts, so it is a setting; absent, it is below the base. */
  static String api(Gateway gateway) {
    return gateway.fields().getOrDefault(API, base(gateway) + "/v1").replaceFirst("/+$", "");
  }
}
