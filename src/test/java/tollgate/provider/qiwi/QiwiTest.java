package tollgate.provider.qiwi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.provider.Callback;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.provider.Provider.Start;
import tollgate.provider.ProviderContract;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

class QiwiTest extends ProviderContract {

  private static final String BASE = "https://api.qiwi.com";
  private static final Qiwi QIWI = new Qiwi();

  QiwiTest() {
    super("provider/qiwi", QIWI, gateway("demo-site-01"), order(15_050, "RUB"));
  }

  static Gateway gateway(String site) {
    var fields = new HashMap<>(Map.of("site_id", site));
    fields.values().removeIf(String::isEmpty);
    return new Gateway(
        8,
        "qiwi",
        URI.create(BASE),
        fields,
        Map.of("secret_key", new Secret("qiwi-demo-secret")),
        GatewayTerms.USUAL);
  }

  private static Order order(long minor, String currency) {
    return Orders.of("TG-212-1001", Money.of(minor, currency), "");
  }

  private static Request bill(Order order) {
    return ((Start.Send) QIWI.start(order, gateway(""))).request();
  }

  @Test
  void aBillIsWrittenToTheLetter() {
    var request = bill(order(15_050, "RUB"));

    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.url()).isEqualTo(BASE + "/partner/bill/v1/bills/TG-212-1001");
    assertThat(request.body())
        .isEqualTo(
            "{\"amount\":{\"currency\":\"RUB\",\"value\":\"150.50\"},"
                + "\"expirationDateTime\":\"2026-11-22T13:30:30+03:00\","
                + "\"comment\":\"Taxi wallet top-up\"}");
    assertThat(request.headers())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Accept",
                "application/json",
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer qiwi-demo-secret"));
  }

  @Test
  void aBillIsAskedForAndRejected() {
    var order = order(15_050, "RUB");

    assertThat(QIWI.ask(order, gateway("")).orElseThrow())
        .extracting(Request::method, Request::url, Request::body)
        .containsExactly("GET", BASE + "/partner/bill/v1/bills/TG-212-1001", "");
    assertThat(QIWI.cancel(order, gateway("")).orElseThrow())
        .extracting(Request::method, Request::url, Request::body)
        .containsExactly("POST", BASE + "/partner/bill/v1/bills/TG-212-1001/reject", "");
  }

  @ParameterizedTest
  @CsvSource({"0, RUB", "15050, KZT", "15050, MYR"})
  void onlyRoublesAreBilled(long minor, String currency) {
    assertThatThrownBy(() -> bill(order(minor, currency)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The worked examples (9): well signed, so what is left to refuse is the bill. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RUB | 150.50  | tg-bill-1001 | PAID    | signed | d3e383248c6696c8229c594c322b0a0aa32d2151afda9cf6df48a1d2f28de47a
          RUB | 150.5   | tg-bill-1001 | PAID    | signed | d3e383248c6696c8229c594c322b0a0aa32d2151afda9cf6df48a1d2f28de47a
          RUB | 150.509 | tg-bill-1001 | PAID    | signed | d3e383248c6696c8229c594c322b0a0aa32d2151afda9cf6df48a1d2f28de47a
          RUB | 150.51  | tg-bill-1001 | PAID    | forged | d3e383248c6696c8229c594c322b0a0aa32d2151afda9cf6df48a1d2f28de47a
          KZT | 2000.00 | tg bill/1002 | EXPIRED | signed | 56cef9a6b0700f22ef7330f57b2bf25216a1c73e57bf4e22c6abd6578c95dc3c
          KZT | 2000    | tg bill/1002 | EXPIRED | signed | 56cef9a6b0700f22ef7330f57b2bf25216a1c73e57bf4e22c6abd6578c95dc3c
          KZT | 2000.00 | tg bill/1002 | PAID    | forged | 56cef9a6b0700f22ef7330f57b2bf25216a1c73e57bf4e22c6abd6578c95dc3c
          KZT | 2000.00 | tg bill/1002 | EXPIRED | forged | Vs75prBwDyLvczD1eyvyUhahxz5Xv04ixqvWV4yV3Dw=
          """)
  void theWorkedExamples(
      String currency, String value, String id, String status, String outcome, String signature) {
    var bill =
        Json.object()
            .put("siteId", "demo-site-01")
            .put("billId", id)
            .put("amount", Json.object().put("value", value).put("currency", currency))
            .put("status", Json.object().put("value", status));
    var body = Json.object().put("bill", bill).put("version", "1").build().encode();
    var headers = Map.of("x-api-signature-sha256", signature);

    assertThat(QIWI.open(Callback.post(headers, body.getBytes(UTF_8)), gateway("")))
        .isEqualTo(
            outcome.equals("signed")
                ? new Malformed("no reference of ours")
                : new Forged("signature"));
  }

  @Test
  void onlySomeAccountsGiveMoneyBack() {
    var kassa = gateway("");
    var fields = Map.of("refunds", "kassa");
    var open = new Gateway(8, "qiwi", kassa.base(), fields, kassa.keys(), GatewayTerms.USUAL);

    assertThat(QIWI.refunds(kassa)).isEmpty();
    assertThat(QIWI.refunds(open)).isPresent();
  }

  @Test
  void theLongestReferenceIsABillId() {
    var longest = "TG-999999999999999999-999999999999999999";

    assertThat(bill(Orders.of(longest, Money.of(100, "RUB"), "")).url()).endsWith("/" + longest);
  }
}
