package tollgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.provider.Order;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.yookassa.Yookassa;

/** The adapter and the sandbox, which were written from the same page, apart. */
class YookassaMeetsTest {

  private static final String PAYMENTS = "/sandbox/yookassa/v3/payments";

  private final Meeting meeting =
      new Meeting(
          new Yookassa(),
          "/v3",
          Map.of("shop_id", "100500"),
          Map.of("secret_key", "test_demoKey123"));

  @AfterEach
  void close() {
    meeting.close();
  }

  private Order known(Order order) {
    var redirected = (CustomerRedirected) meeting.started(order);
    return order.about(redirected.providersId());
  }

  private static Doorbell bell(Order order) {
    return new Doorbell(new Payment.Id(212, 1001), order.providersId());
  }

  @Test
  void aPaymentIsMadeShownPaidAndTold() throws InterruptedException {
    var order = known(meeting.orderOf("150.50", "Поездка <b>"));
    var begun = meeting.asked(order);
    assertThat(meeting.browse(begun).body()).contains("RUB 150.50", "Поездка &lt;b&gt;");
    assertThat(meeting.started(order)).isEqualTo(begun);

    meeting.play("pay");

    assertThat(meeting.told()).isEqualTo(bell(order));
    assertThat(meeting.asked(order))
        .isEqualTo(new SaleApproved(order.amount(), order.providersId()));
  }

  @ParameterizedTest
  @CsvSource({
    "150.50, decline, CUSTOMER_FUNDS_SHORT",
    "150.50, cancel, CUSTOMER_CANCELLED",
    "406.02, pay, PROVIDER_TIME_OUT"
  })
  void aPaymentIsNotPaid(String roubles, String action, Code code) throws InterruptedException {
    var order = known(meeting.orderOf(roubles, ""));
    meeting.play(action);

    assertThat(meeting.told()).isEqualTo(bell(order));
    assertThat(meeting.asked(order)).isEqualTo(new SaleDeclined(code, order.providersId()));
  }

  @ParameterizedTest
  @CsvSource({"error=202", "error=429", "error-after=500", "drop-after"})
  void whatGotNoAnswerIsFoundUnderTheSameKey(String fault) {
    var order = meeting.orderOf("150.50", "sandbox:" + fault);

    if (fault.startsWith("error")) assertThat(meeting.started(order)).isInstanceOf(Doubtful.class);
    else assertThat(dropped(order)).isTrue();
    assertThat(meeting.started(order)).isInstanceOf(CustomerRedirected.class);
    assertThat(meeting.total("made")).isEqualTo(1);
  }

  private boolean dropped(Order order) {
    try {
      meeting.started(order);
      return false;
    } catch (RuntimeException closed) {
      return true;
    }
  }

  @Test
  void aKeyOfAnotherMessageIsNoRefusal() {
    meeting.started(meeting.orderOf("150.50", ""));

    assertThat(meeting.started(meeting.orderOf("150.51", ""))).isInstanceOf(Doubtful.class);
  }

  @ParameterizedTest
  @CsvSource({"bad-amount", "reorder", "duplicate"})
  void whateverANotificationSaysThePaymentIsAsked(String fault) throws InterruptedException {
    var order = known(meeting.orderOf("150.50", "sandbox:" + fault));
    meeting.play("pay");

    assertThat(meeting.told()).isEqualTo(bell(order));
    if (!fault.equals("bad-amount")) assertThat(meeting.told()).isEqualTo(bell(order));
    assertThat(meeting.asked(order)).isInstanceOf(SaleApproved.class);
  }

  @Test
  void newsOfAnotherShopAreNobodys() throws InterruptedException {
    meeting.ground.merchant.answers(400, 400);
    var order = known(meeting.orderOf("150.50", "sandbox:garbage=1,bad-signature=2"));
    meeting.play("pay");

    assertThat(meeting.told()).isInstanceOf(Malformed.class);
    assertThat(meeting.told()).isInstanceOf(Malformed.class);
    assertThat(meeting.told()).isEqualTo(bell(order));
  }

  @Test
  void moneyGoesBackOnceUnderOneKeyAndNeverMoreThanCame() throws InterruptedException {
    var order = known(meeting.orderOf("150.50", ""));
    assertThat(meeting.refunded(order, 3000, "50.00")).isInstanceOf(RefundDeclined.class);
    meeting.play("pay");

    var first = meeting.refunded(order, 3001, "50.00");
    assertThat(first).isInstanceOf(RefundApproved.class);
    assertThat(meeting.refunded(order, 3001, "50.00")).isEqualTo(first);
    assertThat(meeting.refunded(order, 3001, "51.00")).isInstanceOf(Doubtful.class);
    assertThat(meeting.refunded(order, 3002, "100.51")).isInstanceOf(RefundDeclined.class);
    assertThat(meeting.refunded(order, 3003, "100.50")).isInstanceOf(RefundApproved.class);
    assertThat(meeting.total("refunded_minor")).isEqualTo(15_050);
  }

  private HttpResponse<String> post(String path, String key, String body) {
    return meeting.ground.post(
        path,
        body,
        "Authorization",
        "Basic MTAwNTAwOnRlc3RfZGVtb0tleTEyMw==",
        "Idempotence-Key",
        key);
  }

  private String held() {
    var body =
        "{\"amount\":{\"value\":\"5.00\",\"currency\":\"RUB\"},\"confirmation\":{\"type\":"
            + "\"redirect\"},\"metadata\":{\"reference\":\"TG-212-1001\"}}";
    return new JsonObject(post(PAYMENTS, "k-1", body).body()).getString("id");
  }

  @ParameterizedTest
  @CsvSource({"capture, succeeded", "cancel, canceled"})
  void twoStagesEndByTheShop(String verb, String status) throws InterruptedException {
    var id = held();
    assertThat(post(PAYMENTS + "/" + id + "/" + verb, "k-2", "{}").statusCode()).isEqualTo(400);
    meeting.play("pay");
    meeting.told();

    assertThat(post(PAYMENTS + "/" + id + "/" + verb, "k-3", "{}").body())
        .contains("\"status\":\"" + status + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          k-1 | {}                                                                                            | invalid_request
          k-1 | {"amount":{"value":"5","currency":"RUB"},"confirmation":{"type":"redirect"}}                  | invalid_request
          k-1 | {"amount":{"value":"5.00","currency":"USD"},"confirmation":{"type":"redirect"}}               | invalid_request
          k-1 | {"amount":{"value":"5.00","currency":"RUB"}}                                                  | invalid_request
          k-1 | {                                                                                             | invalid_request
          """)
  void whatIsNoPaymentIsRefused(String key, String body, String code) {
    assertThat(post(PAYMENTS, key, body).body()).contains("\"code\":\"" + code + "\"");
  }

  @Test
  void whoHasNoKeyLearnsNothing() {
    assertThat(meeting.ground.get(PAYMENTS + "/x").statusCode()).isEqualTo(401);
    assertThat(post(PAYMENTS, "k".repeat(65), "{}").statusCode()).isEqualTo(400);
  }
}
