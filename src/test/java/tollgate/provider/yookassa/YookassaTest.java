package tollgate.provider.yookassa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.provider.Provider.Call;
import tollgate.provider.Provider.Start;
import tollgate.provider.ProviderContract;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

class YookassaTest extends ProviderContract {

  static final String THEIRS = "22d6d597-000f-5000-9000-145f6df21d6f";
  private static final String BASE = "https://api.yookassa.ru/v3";
  private static final Yookassa YOOKASSA = new Yookassa();

  YookassaTest() {
    super("provider/yookassa", YOOKASSA, gateway("test_demoKey123"), order(15_050, "RUB", ""));
  }

  static Gateway gateway(String key) {
    return new Gateway(
        7,
        "yookassa",
        URI.create(BASE),
        Map.of("shop_id", "100500"),
        Map.of("secret_key", new Secret(key)),
        GatewayTerms.USUAL);
  }

  static Order order(long minor, String currency, String theirs) {
    return Orders.of("TG-212-1001", Money.of(minor, currency), theirs);
  }

  private static Request made(Order order) {
    return ((Start.Send) YOOKASSA.start(order, gateway("test_demoKey123"))).request();
  }

  /** The header is the worked example B-1. */
  @Test
  void aPaymentIsWrittenToTheLetter() {
    var order = order(15_050, "RUB", "");
    var request = made(order);

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).isEqualTo(BASE + "/payments");
    assertThat(request.body())
        .isEqualTo(
            "{\"amount\":{\"value\":\"150.50\",\"currency\":\"RUB\"},\"capture\":true,"
                + "\"confirmation\":{\"type\":\"redirect\",\"return_url\":\""
                + order.returnUrl()
                + "\"},\"description\":\"Taxi wallet top-up\","
                + "\"metadata\":{\"reference\":\"TG-212-1001\"}}");
    assertThat(request.headers())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Accept",
                "application/json",
                "Content-Type",
                "application/json",
                "Authorization",
                "Basic MTAwNTAwOnRlc3RfZGVtb0tleTEyMw==",
                "Idempotence-Key",
                "TG-212-1001"));
  }

  @Test
  void aPaymentIsAskedForByTheirIdOnly() {
    var gateway = gateway("live_key");

    assertThat(YOOKASSA.ask(order(15_050, "RUB", ""), gateway)).isEmpty();
    assertThat(YOOKASSA.ask(order(15_050, "RUB", "../refunds"), gateway)).isEmpty();
    assertThat(YOOKASSA.ask(order(15_050, "RUB", THEIRS), gateway).orElseThrow())
        .extracting(Request::method, Request::url, Request::body)
        .containsExactly("GET", BASE + "/payments/" + THEIRS, "");
  }

  @ParameterizedTest
  @CsvSource({"0, RUB", "15050, KZT"})
  void onlyRoublesAreTaken(long minor, String currency) {
    assertThatThrownBy(() -> made(order(minor, currency, "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A key longer than 64 characters is refused (B.1). */
  @Test
  void theLongestReferenceIsAKey() {
    var longest = "TG-999999999999999999-999999999999999999";

    assertThat(made(Orders.of(longest, Money.of(100, "RUB"), "")).headers().get("Idempotence-Key"))
        .hasSizeLessThanOrEqualTo(64);
  }

  @Test
  void aTestPaymentIsNoneForAShopThatIsOpen() {
    var body =
        "{\"id\":\""
            + THEIRS
            + "\",\"status\":\"succeeded\",\"amount\":{\"value\":\"150.50\","
            + "\"currency\":\"RUB\"},\"metadata\":{\"reference\":\"TG-212-1001\"},\"test\":true}";
    var reply = new Reply(200, body);
    var order = order(15_050, "RUB", THEIRS);

    assertThat(YOOKASSA.read(Call.ASK, order, gateway("live_key"), reply))
        .isEqualTo(new Doubtful("a test payment"));
  }
}
