package tollgate.sandbox.qiwi;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.sandbox.qiwi.QiwiCalls.BASE;
import static tollgate.sandbox.qiwi.QiwiCalls.signature;

import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.sandbox.Answer;
import tollgate.sandbox.FakeMerchant;
import tollgate.sandbox.FakeMerchant.Received;
import tollgate.sandbox.Playground;

/** Notifications, the form and the faults, §2, §5 and §8. */
class BillNewsTest {

  private static final String SIGNATURE = "X-Api-Signature-SHA256";

  private final Playground ground = new Playground();
  private final FakeMerchant merchant = ground.merchant;
  private final QiwiCalls calls = new QiwiCalls(ground);

  @AfterEach
  void close() {
    ground.close();
  }

  private Received next(String status) throws InterruptedException {
    var told = merchant.next(status);
    assertThat(QiwiCalls.status(told)).isEqualTo(status);
    return told;
  }

  /** The worked examples (§9). */
  @ParameterizedTest
  @CsvSource(
      delimiter = ',',
      textBlock =
          """
          RUB|150.50|tg-bill-1001|demo-site-01|PAID,     d3e383248c6696c8229c594c322b0a0aa32d2151afda9cf6df48a1d2f28de47a
          KZT|2000.00|tg bill/1002|demo-site-01|EXPIRED, 56cef9a6b0700f22ef7330f57b2bf25216a1c73e57bf4e22c6abd6578c95dc3c
          """)
  void theWorkedExamples(String signed, String signature) {
    assertThat(QiwiSignature.of(signed, "qiwi-demo-secret")).isEqualTo(signature);
  }

  @ParameterizedTest
  @CsvSource({
    "150.50, pay, PAID",
    "150.50, cancel, REJECTED",
    "400.00, pay, REJECTED",
    "403.01, pay, REJECTED",
    "406.02, pay, EXPIRED"
  })
  void theEndIsToldAndSigned(String amount, String action, String status) throws Exception {
    calls.put("TG-212-1", QiwiCalls.body("RUB", amount, "Taxi"));

    calls.play("TG-212-1", action);

    var told = next(status);
    assertThat(told.headers()).containsEntry(SIGNATURE, signature(told));
    assertThat(told.json().getString("version")).isEqualTo("1");
    assertThat(told.json().getJsonObject("bill").getString("creationDateTime")).endsWith("+03");
    assertThat(told.json().getJsonObject("bill").getJsonObject("amount").getValue("value"))
        .isEqualTo(amount);
  }

  @Test
  void timeRunsOut() throws Exception {
    calls.made("TG-212-1", "");

    ground.post(BASE + "/expire/TG-212-1", "");

    next("EXPIRED");
  }

  @Test
  void whatIsNot200IsRepeatedUntilTheTableEnds() throws Exception {
    merchant.answers(201, 302, 404, 503, 0);
    calls.made("TG-212-1", "");

    calls.play("TG-212-1", "pay");

    for (var attempt = 1; attempt <= 6; attempt++) next("PAID");
    assertThat(merchant.isLeftAlone()).isTrue();
  }

  @Test
  void thereAreFiftyOneRepeatsInADay() {
    var table = new QiwiRetries();
    var no = new Answer.Answered(500, "", "");

    assertThat(table.pauseMillis(36, no)).isEqualTo(OptionalLong.of(900_000));
    assertThat(table.pauseMillis(37, no)).isEqualTo(OptionalLong.of(3_600_000));
    assertThat(table.pauseMillis(51, no)).isEqualTo(OptionalLong.of(3_600_000));
    assertThat(table.pauseMillis(52, no)).isEmpty();
    assertThat(table.pauseMillis(1, new Answer.Answered(200, "no", ""))).isEmpty();
  }

  @Test
  void newsMayBeSpoilt() throws Exception {
    merchant.answers(400, 403);
    calls.made("TG-212-1", "sandbox:garbage=1,bad-signature=2");
    calls.play("TG-212-1", "pay");

    assertThat(merchant.next("garbage").body()).doesNotEndWith("}");
    assertThat(next("PAID").headers()).containsEntry(SIGNATURE, "0".repeat(64));
  }

  @Test
  void anExpiryMayBeToldAfterThePayment() throws Exception {
    calls.made("TG-212-1", "sandbox:reorder");
    calls.play("TG-212-1", "pay");

    next("PAID");
    var told = next("EXPIRED");
    assertThat(told.headers()).containsEntry(SIGNATURE, signature(told));
    assertThat(ground.json(BASE + "/transactions/TG-212-1").getString("status")).isEqualTo("PAID");
  }

  @Test
  void anotherAmountIsRightlySigned() throws Exception {
    calls.made("TG-212-1", "sandbox:bad-amount");
    calls.play("TG-212-1", "pay");

    var told = next("PAID");
    assertThat(told.body()).contains("\"value\":\"1.01\"");
    assertThat(told.headers()).containsEntry(SIGNATURE, signature(told));
  }

  @Test
  void theShapeMayBeOdd() throws Exception {
    calls.made("TG-212-1", "sandbox:number,capitals,long-offset,duplicate=2");
    calls.play("TG-212-1", "pay");

    next("PAID");
    var told = next("PAID");
    assertThat(told.body()).contains("\"value\":150.50", "+03:00\"");
    assertThat(told.headers().get(SIGNATURE)).isEqualTo(signature(told).toUpperCase(Locale.ROOT));
  }

  @Test
  void theFormShowsTheBillAndLeadsBackAfterSuccess() {
    var page = calls.made("TG-212-1", "Taxi <b>").getString("payUrl");
    var back = "https://shop.example/return?lang=en";
    var form = ground.get(page + "&successUrl=https%3A%2F%2Fshop.example%2Freturn%3Flang%3Den");

    assertThat(form.body()).contains("RUB 150.50", "Taxi &lt;b&gt;", "TG-212-1");
    assertThat(form.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("form-action 'self' https://shop.example");
    var button = form.body().split("action=\"", -1)[1].split("\"", -1)[0].replace("&amp;", "&");
    var paid = ground.post(button, "");
    assertThat(paid.statusCode()).isEqualTo(303);
    assertThat(paid.headers().firstValue("Location")).hasValue(back);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel", "leave"})
  void withoutSuccessThereIsNoWayBack(String action) {
    var page = calls.made("TG-212-1", "").getString("payUrl");
    var id = page.substring(page.indexOf('=') + 1);
    var form = ground.url() + BASE + "/form/" + id + "/" + action;

    var left = ground.post(form + "?successUrl=https%3A%2F%2Fshop.example%2F", "");

    assertThat(left.headers().firstValue("Location").orElseThrow()).startsWith(page);
  }

  @ParameterizedTest
  @CsvSource({
    "publicKey=qiwi-public&amount=5.00&billId=B-1, 303",
    "publicKey=qiwi-demo-secret&amount=5.00, 400",
    "publicKey=qiwi-public&amount=5.001, 400"
  })
  void aBrowserMayMakeABill(String query, int status) {
    assertThat(ground.get(BASE + "/create?" + query).statusCode()).isEqualTo(status);
  }

  @Test
  void whatIsUnknownIsAPageToo() {
    assertThat(ground.get(BASE + "/form/?invoice_uid=no").statusCode()).isEqualTo(404);
    assertThat(ground.post(BASE + "/form/no/pay", "").statusCode()).isEqualTo(404);
  }
}
