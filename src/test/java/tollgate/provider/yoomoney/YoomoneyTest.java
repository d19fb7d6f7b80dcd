package tollgate.provider.yoomoney;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.provider.Callback;
import tollgate.provider.Form;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.provider.Provider.Start;
import tollgate.provider.ProviderContract;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Malformed;
import tollgate.signing.Digest;
import tollgate.signing.Hmac;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

class YoomoneyTest extends ProviderContract {

  static final String LABEL = "TG-212-1001.10000.Re7SNk1vdf4o";
  private static final Yoomoney YOOMONEY = new Yoomoney();

  YoomoneyTest() {
    super("provider/yoomoney", YOOMONEY, gateway("auto", ""), order("TG-212-1001", 10_000));
  }

  static Gateway gateway(String signature, String token) {
    var keys = new HashMap<>(Map.of("notification_secret", new Secret("ym-demo-secret-0001")));
    if (!token.isEmpty()) keys.put("oauth_token", new Secret(token));
    return new Gateway(
        6,
        "yoomoney",
        URI.create("https://yoomoney.ru"),
        Map.of("receiver", "41001111222233", "signature", signature),
        keys,
        GatewayTerms.USUAL);
  }

  static Order order(String reference, long minor) {
    return Orders.of(reference, Money.of(minor, "RUB"), "");
  }

  private static Map<String, String> form(Order order) {
    var start = (Start.Already) YOOMONEY.start(order, gateway("auto", ""));
    return ((CustomerRedirected) start.event()).to().fields();
  }

  @Test
  void theFormIsWrittenToTheLetter() {
    assertThat(form(order("TG-212-1001", 10_000)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "receiver",
                "41001111222233",
                "quickpay-form",
                "button",
                "paymentType",
                "AC",
                "sum",
                "100.00",
                "label",
                LABEL,
                "targets",
                "Taxi wallet top-up",
                "successURL",
                order("TG-212-1001", 1).returnUrl()));
  }

  @Test
  void theLongestLabelFits() {
    var longest = "TG-999999999999999999-999999999999999999";
    var most = YOOMONEY.methods().getFirst().max();

    assertThat(form(order(longest, most)).get("label")).hasSizeLessThanOrEqualTo(64);
  }

  @Test
  void onlyRoublesAreTaken() {
    var tenge = Orders.of("TG-212-1001", Money.of(10_000, "KZT"), "");

    assertThatThrownBy(() -> form(tenge)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theHistoryIsAskedForOnlyWithAToken() {
    var order = order("TG-212-1001", 10_000);
    var asked = YOOMONEY.ask(order, gateway("auto", "token")).orElseThrow();

    assertThat(YOOMONEY.ask(order, gateway("auto", ""))).isEmpty();
    assertThat(asked.url()).isEqualTo("https://yoomoney.ru/api/operation-history");
    assertThat(asked.headers()).containsEntry("Authorization", "Bearer token");
    assertThat(asked.body()).isEqualTo("type=deposition&label=" + LABEL + "&records=30");
  }

  private static Reading opened(String body, Gateway gateway) {
    return YOOMONEY.open(Callback.post(Map.of(), body.getBytes(UTF_8)), gateway);
  }

  /** The worked examples: well signed, so what is left to refuse is the label. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          p2p-incoming  | 7788990011 | 99.01  | 2026-01-17T12:00:00Z | 41009999888877 | TG-555 | 6c8a7d43915d558060b21a89e789424f9d5aa2ad | signed
          card-incoming | 7788990012 | 970.00 | 2026-01-17T12:05:00Z | ""             | ""     | cc4b754c4886b8ae21909f45357ba60f45398085 | signed
          p2p-incoming  | 7788990011 | 99.1   | 2026-01-17T12:00:00Z | 41009999888877 | TG-555 | 6c8a7d43915d558060b21a89e789424f9d5aa2ad | forged
          """)
  void theWorkedExamplesOfSha1(ArgumentsAccessor row) {
    var body =
        ("notification_type=%s&operation_id=%s&amount=%s&currency=643&datetime=%s&sender=%s"
                + "&codepro=false&label=%s&sha1_hash=%s")
            .formatted(row.toList().subList(0, 7).toArray());
    var outcome = row.getString(7);

    assertThat(opened(body, gateway("auto", ""))).isEqualTo(expected(outcome));
    assertThat(opened(body, gateway("sha1", ""))).isEqualTo(expected(outcome));
    assertThat(opened(body, gateway("hmac", ""))).isEqualTo(new Forged("signature"));
  }

  private static Reading expected(String outcome) {
    return outcome.equals("signed")
        ? new Malformed("money without a label of ours")
        : new Forged("signature");
  }

  /** The worked example A-3. */
  @Test
  void theWorkedExampleOfHmac() {
    var fields = new HashMap<String, String>();
    fields.put("notification_type", "p2p-incoming");
    fields.put("operation_id", "7788990011");
    fields.put("amount", "99.01");
    fields.put("withdraw_amount", "100.00");
    fields.put("currency", "643");
    fields.put("datetime", "2026-01-17T12:00:00Z");
    fields.put("sender", "41009999888877");
    fields.put("codepro", "false");
    fields.put("unaccepted", "false");
    fields.put("label", "TG-555 / заказ");
    fields.put("sign", "4e8db52f3a7cc6648de66241eea0815df0ec9866b555b02c76122b2a9fdf99ab");
    var body = Form.write(fields, UTF_8);

    assertThat(opened(body, gateway("auto", ""))).isEqualTo(expected("signed"));
    assertThat(opened(body, gateway("hmac", ""))).isEqualTo(expected("signed"));
    assertThat(opened(body, gateway("sha1", ""))).isEqualTo(expected("forged"));
  }

  /**
   * The same payment by either signature: what is not signed moves no money, whatever it says, and
   * whether the money is ours yet is not signed by the older one.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          signed by | can ask | unaccepted | codepro | withdraw_amount | becomes
          hmac      | no      | false      | false   | 100.00          | SaleApproved 100.00
          hmac      | yes     | false      | false   | 100.00          | SaleApproved 100.00
          hmac      | no      | -          | false   | -               | SaleApproved 100.00
          hmac      | no      | false      | false   | 5.00            | SaleApproved 99.01
          hmac      | no      | true       | false   | 100.00          | SalePending
          hmac      | no      | false      | true    | 100.00          | SalePending
          sha1      | no      | false      | false   | 100.00          | SalePending
          sha1      | no      | -          | false   | -               | SalePending
          sha1      | no      | false      | false   | 5.00            | SalePending
          sha1      | no      | true       | false   | 100.00          | SalePending
          sha1      | no      | false      | true    | 100.00          | SalePending
          sha1      | yes     | false      | false   | 100.00          | Doorbell 7788990011
          sha1      | yes     | true       | false   | 100.00          | Doorbell 7788990011
          """,
      useHeadersInDisplayName = true)
  void whatIsNotSignedMovesNoMoney(ArgumentsAccessor row) {
    var fields = new TreeMap<String, String>();
    fields.put("notification_type", "p2p-incoming");
    fields.put("operation_id", "7788990011");
    fields.put("amount", "99.01");
    fields.put("currency", "643");
    fields.put("datetime", "2026-01-17T12:00:00Z");
    fields.put("sender", "41009999888877");
    fields.put("codepro", row.getString(3));
    fields.put("label", LABEL);
    fields.put("unaccepted", row.getString(2));
    fields.put("withdraw_amount", row.getString(4));
    fields.values().removeIf("-"::equals);
    sign(fields, row.getString(0));
    var token = row.getString(1).equals("yes") ? "token" : "";

    var reading = opened(Form.write(fields, UTF_8), gateway("auto", token));

    assertThat(word(reading)).isEqualTo(row.getString(5));
  }

  private static void sign(Map<String, String> fields, String by) {
    if (by.equals("sha1")) {
      var signed =
          "p2p-incoming&7788990011&99.01&643&2026-01-17T12:00:00Z&41009999888877&%s&%s&%s"
              .formatted(fields.get("codepro"), "ym-demo-secret-0001", LABEL);
      fields.put("sha1_hash", Digest.SHA1.hex(signed));
      return;
    }
    var signed = Form.write(fields, UTF_8).replace("+", "%20");
    fields.put("sign", Hmac.sha256(new Secret("ym-demo-secret-0001")).hex(signed));
  }

  private static String word(Reading reading) {
    return switch (reading) {
      case Genuine(_, SaleApproved(Money money, _, _)) -> "SaleApproved " + money.decimal();
      case Genuine(_, ProviderEvent event) -> event.getClass().getSimpleName();
      case Doorbell(_, var transfer) -> "Doorbell " + transfer;
      case Reading other -> other.getClass().getSimpleName();
    };
  }

  @ParameterizedTest
  @CsvSource({"sha1, '', 1", "sha1, token, 0", "auto, '', 0", "hmac, '', 0"})
  void aGatewayByTheOlderSignatureMustBeAbleToAsk(String signature, String token, int mistakes) {
    assertThat(YOOMONEY.mistakes(gateway(signature, token))).hasSize(mistakes);
  }

  @ParameterizedTest
  @CsvSource({"10000, 9901, 9700", "100000, 99010, 97000", "200, 198, 194", "1, 1, 1"})
  void whatComesIn(long agreed, long byWallet, long byCard) {
    var sum = Money.of(agreed, "RUB");

    assertThat(Commission.expected(sum, false, gateway("auto", "")).minor()).isEqualTo(byWallet);
    assertThat(Commission.expected(sum, true, gateway("auto", "")).minor()).isEqualTo(byCard);
  }
}
