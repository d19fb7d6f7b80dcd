package tollgate.provider.touchngo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.RedirectData;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.provider.Provider.Start;
import tollgate.provider.ProviderContract;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

class TouchnGoTest extends ProviderContract {

  private static final String BASE = "https://tng.example/api";
  private static final Secret KEY = new Secret("tng-key-TollgateExample01");
  private static final TouchnGo TOUCHNGO = new TouchnGo();

  TouchnGoTest() {
    super("provider/touchngo", TOUCHNGO, gateway(), order(Money.of(12550, "MYR"), "Top-up"));
  }

  @Test
  void theFormIsThatOfTheWorkedExample() {
    var order =
        new Order(
            "TG-210-1001",
            Money.of(12550, "MYR"),
            "Taxi wallet top-up",
            Map.of("first_name", "Nur Aïsha", "country", "MY", "phone", "60123456789"),
            "",
            "",
            "https://pay.example/callbacks/7",
            "https://pay.example/return/TG-210-1001/k3v9?lang=en",
            "k3v9",
            900,
            Orders.STAMP);

    assertThat(form(order).url()).isEqualTo(BASE + "/pay");
    assertThat(form(order).method()).isEqualTo("POST");
    assertThat(form(order).fields())
        .hasToString(
            "{MerchantCode=M123456, TransNum=TG-210-1001, Currency=MYR, Amount=125.50,"
                + " PaymentDesc=Taxi wallet top-up, FirstName=Nur Aïsha, Country=MYS,"
                + " TransProvider=123,"
                + " ReturnURL=https://pay.example/return/TG-210-1001/k3v9?lang=en,"
                + " CallbackURL=https://pay.example/callbacks/7, Signature="
                + "034888e612c0a38cae8c946ed6128465cf177e5141406def64d840c4e4dfb4a6}");
  }

  @ParameterizedTest(name = "[{0}] is shown as [{1}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          'Top-up'       | Top-up
          ''             |
          'a\tb'         | a b
          ' '            |
          """)
  void theDescriptionHasNoControlCharacters(String description, String shown) {
    assertThat(form(order(Money.of(100, "MYR"), description)).fields().get("PaymentDesc"))
        .isEqualTo(shown);
  }

  @Test
  void aLongDescriptionIsCutWhereACharacterEnds() {
    var description = "x".repeat(254) + "😀";

    assertThat(form(order(Money.of(100, "MYR"), description)).fields())
        .containsEntry("PaymentDesc", "x".repeat(254));
  }

  @Test
  void onlyRinggitCanBeSent() {
    assertThatThrownBy(() -> form(order(Money.of(100, "SGD"), "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void callsAreSignedAsInTheWorkedExamples() {
    var order = order(Money.of(12550, "MYR"), "");
    var account = "MerchantCode=M123456&Signature=";

    assertThat(TOUCHNGO.ask(order, gateway()).orElseThrow())
        .isEqualTo(
            request(
                "/status",
                account
                    + "55359580d1ce9148343b7a4f655cf365f3ac9dfa8c1e9362eee242003817b6f4"
                    + "&TransNum=TG-210-1001"));
    assertThat(TOUCHNGO.cancel(order, gateway()))
        .contains(
            request(
                "/cancel",
                account
                    + "061da70e20e173b3ac6d5ae02bfc5daba4627b78451f3dd78d8069ba9af63393"
                    + "&TransNum=TG-210-1001"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          answer   | 125.50  | b9690bcee220aea1bceee2924a18038daca013af02a08b8e2e1d257b2f13bd31
          callback | 125.50  | d71a956e34337bbbc0f41d635d80027468af53c9e234825e092de7ca8037b197
          callback | 125.5   | 162ebe2ca0a93270
          callback | 125.500 | b7c6e5e9d1d79754
          """)
  void theWorkedExamplesOfSignatures(String purpose, String amount, String signature) {
    var answer = purpose.equals("answer");
    var fields =
        Map.of(
            "MerchantCode",
            "M123456",
            "TransNum",
            "TG-210-1001",
            "TransId",
            "TN0000000000000042",
            "Currency",
            "MYR",
            "Amount",
            amount,
            "Status",
            answer ? "PENDING" : "SUCCESS",
            "Code",
            answer ? "01" : "00",
            "Message",
            answer ? "Waiting for the customer" : "Paid",
            "TransDate",
            answer ? "2026-03-01T02:00:02Z" : "2026-03-01T02:01:30Z");
    var of = answer ? Signature.Purpose.ANSWER : Signature.Purpose.CALLBACK;

    assertThat(Signature.of(of, fields, KEY)).startsWith(signature).hasSize(64);
  }

  private static RedirectData form(Order order) {
    var start = (Start.Already) TOUCHNGO.start(order, gateway());
    return ((CustomerRedirected) start.event()).to();
  }

  private static Request request(String path, String body) {
    var headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
    return new Request("POST", BASE + path, headers, body);
  }

  private static Gateway gateway() {
    return new Gateway(
        7,
        "touchngo",
        URI.create(BASE),
        Map.of("merchant_code", "M123456", "trans_provider", "123"),
        Map.of("merchant_key", KEY),
        GatewayTerms.USUAL);
  }

  private static Order order(Money amount, String description) {
    return new Order(
        "TG-210-1001",
        amount,
        description,
        Map.of(),
        "",
        "",
        "https://pay.example/callbacks/7",
        "https://pay.example/return/TG-210-1001/k3v9/",
        "k3v9",
        900,
        Orders.STAMP);
  }
}
