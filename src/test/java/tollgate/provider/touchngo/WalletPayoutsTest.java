package tollgate.provider.touchngo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.money.Money;
import tollgate.provider.Form;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.provider.PayoutsContract;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

class WalletPayoutsTest extends PayoutsContract {

  private static final String BASE = "https://tng.example/api";
  private static final Secret KEY = new Secret("tng-key-TollgateExample01");
  private static final String ACCOUNT = "0060123456789";
  private static final String DIGEST =
      "dd70edb342784c0d990e18cdd00330451a51f68fce8d36b2f0a139c032909110";
  private static final WalletPayouts PAYOUTS = new WalletPayouts();

  WalletPayoutsTest() {
    super("provider/touchngo-payouts", new TouchnGo(), gateway(), order(25_000, "MYR", ACCOUNT));
  }

  @Test
  void aPayoutIsThatOfTheWorkedExample() {
    var sent = PAYOUTS.send(order(25_000, "MYR", ACCOUNT), gateway());

    assertThat(sent.method()).isEqualTo("POST");
    assertThat(sent.url()).isEqualTo(BASE + "/payout");
    assertThat(sent.headers())
        .isEqualTo(Map.of("Content-Type", "application/x-www-form-urlencoded"));
    assertThat(fields(sent))
        .isEqualTo(
            Map.of(
                "MerchantCode",
                "M123456",
                "TransNum",
                "TG-210-2001",
                "Currency",
                "MYR",
                "Amount",
                "250.00",
                "Account",
                ACCOUNT,
                "MerchantData",
                DIGEST,
                "PaymentDesc",
                "Driver's week",
                "CallbackURL",
                "https://pay.example/callbacks/7",
                "Signature",
                "d54653bcf9b3d7f4fa22c695e2b9c2cb743443e939169d8485fca80f92dc9383"));
  }

  @Test
  void aQuestionIsThatOfTheWorkedExample() {
    var asked = PAYOUTS.ask(order(25_000, "MYR", ACCOUNT), gateway());

    assertThat(asked.url()).isEqualTo(BASE + "/payout-status");
    assertThat(fields(asked))
        .isEqualTo(
            Map.of(
                "MerchantCode",
                "M123456",
                "TransNum",
                "TG-210-2001",
                "Signature",
                "c38499a52844bbfc1463da904d40fdf2c1d02e53b5b3cd95be7876e8e07f9b33"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PAYOUT_ANSWER   | dfe6a3ec66f4e8ec5f4ec4ed1ecee6df830a5d63ef335609c7ae9dcdc3181a9b
          PAYOUT_CALLBACK | f47502045a8eb6091aad9fd76adb0e3d1b808598f51997e466e27535e21e093c
          """)
  void theWorkedExamplesOfWhatComesBack(Signature.Purpose purpose, String signature) {
    boolean isAnswer = purpose == Signature.Purpose.PAYOUT_ANSWER;
    var fields =
        Map.ofEntries(
            Map.entry("MerchantCode", "M123456"),
            Map.entry("TransNum", "TG-210-2001"),
            Map.entry("TransId", "TN0000000000000077"),
            Map.entry("Currency", "MYR"),
            Map.entry("Amount", "250.00"),
            Map.entry("Account", ACCOUNT),
            Map.entry("MerchantData", DIGEST),
            Map.entry("Status", isAnswer ? "PENDING" : "SUCCESS"),
            Map.entry("Code", isAnswer ? "02" : "00"),
            Map.entry("Message", isAnswer ? "Being processed" : "Paid out"),
            Map.entry("TransDate", isAnswer ? "2026-03-01T02:00:02Z" : "2026-03-01T02:01:30Z"));

    assertThat(Signature.of(purpose, fields, KEY)).isEqualTo(signature);
  }

  @ParameterizedTest(name = "[{0}] is no wallet''s number")
  @ValueSource(
      strings = {
        "",
        "a\tb",
        "a\u007f",
        "12345678901234567890123456789012345678901234567890123456789012345"
      })
  void noWalletsNumberIsNotSent(String account) {
    assertThatThrownBy(() -> PAYOUTS.send(order(25_000, "MYR", account), gateway()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyRinggitCanBePaidOut() {
    assertThatThrownBy(() -> PAYOUTS.send(order(25_000, "SGD", ACCOUNT), gateway()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, String> fields(Request request) {
    return Objects.requireNonNull(Form.read(request.body().getBytes(UTF_8), UTF_8)).fields();
  }

  private static Gateway gateway() {
    return new Gateway(
        7,
        "touchngo",
        URI.create(BASE),
        Map.of("merchant_code", "M123456"),
        Map.of("merchant_key", KEY),
        GatewayTerms.USUAL);
  }

  private static Order order(long minor, String currency, String account) {
    return new Order(
        "TG-210-2001",
        Money.of(minor, currency),
        "Driver's week",
        Map.of("first_name", "Nur Aïsha", "phone", "60123456789"),
        account,
        "",
        "https://pay.example/callbacks/7",
        "https://pay.example/return/TG-210-2001/k3v9/",
        "k3v9",
        86_400,
        Orders.STAMP);
  }
}
