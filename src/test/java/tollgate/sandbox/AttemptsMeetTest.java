package tollgate.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.provider.Callback;
import tollgate.provider.Provider;
import tollgate.provider.Provider.Start;
import tollgate.provider.midtrans.Midtrans;
import tollgate.provider.mykassa.MyKassa;
import tollgate.provider.paymaster.Paymaster;
import tollgate.provider.paymaster2.Paymaster2;
import tollgate.provider.qiwi.Qiwi;
import tollgate.provider.robokassa.Robokassa;
import tollgate.provider.touchngo.TouchnGo;
import tollgate.provider.webmoney.WebMoney;
import tollgate.provider.yookassa.Yookassa;
import tollgate.provider.yoomoney.Yoomoney;

/** What the sandbox says it signed is what our adapters say must be signed. */
class AttemptsMeetTest {

  private static final int QUESTIONS_MAX = 5000;

  /** A gateway at a simulated provider. */
  record Account(
      Provider adapter, String path, Map<String, String> fields, Map<String, String> keys) {

    Account(Provider adapter, Map<String, String> fields, Map<String, String> keys) {
      this(adapter, "", fields, keys);
    }

    @Override
    public String toString() {
      return adapter.name() + " " + fields;
    }
  }

  static Stream<Account> accounts() {
    return Stream.concat(signingInTheBody(), others());
  }

  private static Stream<Account> signingInTheBody() {
    var words = Map.of("word1", "mk-word-1", "word2", "mk-word-2");
    return Stream.of(
        new Account(new Midtrans(), Map.of(), Map.of("server_key", Playground.SERVER_KEY)),
        new Account(
            new TouchnGo(),
            Map.of("merchant_code", "M123456"),
            Map.of("merchant_key", Playground.TOUCHNGO_KEY)),
        new Account(
            new Robokassa(),
            Map.of("merchant_login", "tollgate_demo", "hash", "md5"),
            Map.of("password1", "p1-demo-Aa", "password2", "p2-demo-Bb")),
        new Account(new MyKassa(), Map.of("shop", "7001", "flavour", "mykassa"), words),
        new Account(new MyKassa(), Map.of("shop", "7001", "flavour", "freekassa"), words),
        new Account(
            new Yoomoney(),
            Map.of("receiver", "41001111222233", "payment_type", "PC"),
            Map.of("notification_secret", Playground.YOOMONEY_SECRET)),
        new Account(
            new WebMoney(),
            Map.of("purse", "R100200300400", "wmid", "987654321098", "mode", "test"),
            Map.of("secret_key", Playground.WEBMONEY_KEY, "x20_key", "X20-Demo-Key")));
  }

  private static Stream<Account> others() {
    var site = Playground.PAYMASTER_SITE;
    return Stream.of(
        new Account(
            new Paymaster(),
            Map.of("merchant_id", site, "login", "tollgate-api", "sim_mode", "0"),
            Map.of("secret", Playground.PAYMASTER_SECRET, "password", "p@ss-demo")),
        new Account(
            new Paymaster2(),
            Map.of("merchant_id", site, "test_mode", "true"),
            Map.of("token", Playground.PAYMASTER2_TOKEN)),
        new Account(
            new Qiwi(),
            Map.of("site_id", "demo-site-01"),
            Map.of("secret_key", Playground.QIWI_KEY)),
        new Account(
            new Yookassa(),
            "/v3",
            Map.of("shop_id", "100500"),
            Map.of("secret_key", "test_demoKey123")));
  }

  @ParameterizedTest
  @MethodSource("accounts")
  void bothSidesSayTheSameTextIsSigned(Account account) {
    var adapter = account.adapter();
    try (var meeting = new Meeting(adapter, account.path(), account.fields(), account.keys())) {
      meeting.ground.merchant.answers(200, "YES", "");
      pay(meeting);

      var attempts = attempts(meeting);
      assertThat(attempts.encode()).doesNotContain(List.copyOf(account.keys().values()));
      for (var each : attempts.getJsonArray("attempts")) check(meeting, (JsonObject) each);
    }
  }

  private static void pay(Meeting meeting) {
    var currency = meeting.adapter.methods().getFirst().currency().getCurrencyCode();
    var isAsian = currency.equals("IDR") || currency.equals("MYR");
    var order =
        isAsian
            ? meeting.order(Money.of(50_000, currency), "Taxi", "")
            : meeting.orderOf("499.90", "Taxi");
    if (meeting.adapter.start(order, meeting.gateway) instanceof Start.Already(var event)) {
      meeting.browse((CustomerRedirected) event);
    } else {
      meeting.started(order);
    }
    var path = "/sandbox/" + meeting.adapter.name() + "/play/" + reference(meeting);
    meeting.ground.post(path + "?action=pay", "");
  }

  /** WebMoney knows an order by a number only. */
  private static String reference(Meeting meeting) {
    return meeting.adapter instanceof WebMoney ? "1001" : "TG-212-1001";
  }

  /** An attempt is written down once it is answered, and the last one tells of the money. */
  private static JsonObject attempts(Meeting meeting) {
    var transactions = "/sandbox/" + meeting.adapter.name() + "/transactions/";
    var path = transactions + reference(meeting) + "/attempts";
    var told = new JsonObject();
    for (int i = 0; i < QUESTIONS_MAX && !isTold(told); i++) told = meeting.ground.json(path);
    assertThat(isTold(told)).as(told.encode()).isTrue();
    return told;
  }

  private static boolean isTold(JsonObject told) {
    var attempts = told.getJsonArray("attempts");
    if (attempts == null || attempts.isEmpty()) return false;

    var last = attempts.getJsonObject(attempts.size() - 1);
    return !last.getJsonObject("sent").getString("body").contains("PREREQUEST");
  }

  private static void check(Meeting meeting, JsonObject attempt) {
    var sent = attempt.getJsonObject("sent");
    var signed = attempt.getJsonObject("signed");
    assertThat(attempt.getString("ask")).contains("/gateways/7/callbacks/examine", sent.encode());
    if (signed.getString("text").isEmpty()) {
      assertThat(signed.getString("how")).isEqualTo("nothing is signed");
      return;
    }
    var evidence = meeting.adapter.evidence(callback(sent), meeting.gateway);
    assertThat(evidence.isSigned()).isTrue();
    assertThat(signed.getString("text")).isEqualTo(evidence.proofs().getLast().text().masked());
  }

  private static Callback callback(JsonObject sent) {
    var headers = new HashMap<String, String>();
    sent.getJsonObject("headers")
        .forEach(header ->
            headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().toString()));
    return new Callback(
        "POST", sent.getString("query"), headers, sent.getString("body").getBytes(UTF_8));
  }
}
