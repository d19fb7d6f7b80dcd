package tollgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.Order;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reading.Nothing;
import tollgate.provider.yoomoney.Yoomoney;

/** The adapter and the sandbox, which were written from the same page, apart. */
class YoomoneyMeetsTest {

  private static final Map<String, String> FIELDS =
      Map.of("receiver", "41001111222233", "payment_type", "PC");

  private final Meeting meeting =
      new Meeting(
          new Yoomoney(),
          FIELDS,
          Map.of("notification_secret", Playground.YOOMONEY_SECRET, "oauth_token", "ym-token"));

  @AfterEach
  void close() {
    meeting.close();
  }

  private HttpResponse<String> arrived(Order order) {
    var led = meeting.browse(meeting.started(order));
    assertThat(led.statusCode()).isEqualTo(303);
    return meeting.ground.get(led.headers().firstValue("Location").orElseThrow());
  }

  private static ProviderEvent event(Reading reading) {
    return ((Genuine) reading).event();
  }

  @Test
  void aFormIsPaidAndTold() throws InterruptedException {
    var order = meeting.orderOf("100.00", "Поездка <b>");
    assertThat(meeting.asked(order)).isInstanceOf(Doubtful.class);
    assertThat(arrived(order).body()).contains("RUB 100.00", "Поездка &lt;b&gt;", "/pay\"");
    assertThat(meeting.asked(order)).isInstanceOf(Doubtful.class);

    meeting.play("pay");

    var told = event(meeting.told());
    assertThat(((SaleApproved) told).paid()).isEqualTo(order.amount());
    assertThat(meeting.asked(order)).isEqualTo(told);
  }

  @Test
  void aRefusalIsOnlyToBeAskedFor() throws InterruptedException {
    var order = meeting.orderOf("100.00", "");
    arrived(order);
    meeting.play("decline");

    assertThat(meeting.ground.merchant.isLeftAlone()).isTrue();
    assertThat(meeting.asked(order)).isInstanceOf(SaleDeclined.class);
  }

  @ParameterizedTest
  @CsvSource({"bare, 100.00", "less, 49.50", "'less,bare', 49.50", "bad-amount, 1.01"})
  void whatWasPaidIsTold(String faults, String paid) throws InterruptedException {
    arrived(meeting.orderOf("100.00", "sandbox:" + faults));
    meeting.play("pay");

    assertThat(event(meeting.told()))
        .extracting("paid")
        .isEqualTo(Money.parse(paid, Money.of(1, "RUB").currency()));
  }

  @Test
  void anotherLabelIsNobodys() throws InterruptedException {
    arrived(meeting.orderOf("100.00", "sandbox:relabel"));
    meeting.ground.post("/sandbox/yoomoney/play/somebody-elses-label?action=pay", "");

    assertThat(meeting.told()).isInstanceOf(Malformed.class);
  }

  @Test
  void whatIsNotAcceptedYetIsPending() throws InterruptedException {
    arrived(meeting.orderOf("100.00", "sandbox:processing=50ms"));
    meeting.play("pay");

    assertThat(event(meeting.told())).isInstanceOf(SalePending.class);
    assertThat(event(meeting.told())).isInstanceOf(SaleApproved.class);
  }

  @Test
  void moneyUnderACodeIsPending() throws InterruptedException {
    arrived(meeting.orderOf("100.00", "sandbox:codepro"));
    meeting.play("pay");

    assertThat(event(meeting.told())).isInstanceOf(SalePending.class);
  }

  @ParameterizedTest
  @CsvSource({"0, Forged", "1, Doorbell", "2, Genuine", "3, Genuine"})
  void bySignature(int signedBy, String reading) throws InterruptedException {
    arrived(meeting.orderOf("100.00", "sandbox:signed-by=" + signedBy));
    meeting.play("pay");

    assertThat(meeting.told().getClass().getSimpleName()).isEqualTo(reading);
  }

  @Test
  void aFlagThatIsTurnedRoundIsSeenOrDoesNotMatter() throws InterruptedException {
    arrived(meeting.orderOf("100.00", "sandbox:flip"));
    meeting.play("pay");
    assertThat(meeting.told()).isInstanceOf(Forged.class);
  }

  @Test
  void aFlagThatIsNotSignedMakesUsAsk() throws InterruptedException {
    var order = meeting.orderOf("100.00", "sandbox:flip,signed-by=1,processing=10m");
    arrived(order);
    meeting.play("pay");

    assertThat(meeting.told()).isInstanceOf(Doorbell.class);
    assertThat(meeting.asked(order)).isInstanceOf(SalePending.class);
  }

  @Test
  void threeAttemptsAndNoMore() throws InterruptedException {
    meeting.ground.merchant.answers(500, 500, 500, 500);
    arrived(meeting.orderOf("100.00", ""));
    meeting.play("pay");

    for (var attempt = 1; attempt <= 3; attempt++) {
      assertThat(meeting.told()).isInstanceOf(Genuine.class);
    }
    assertThat(meeting.ground.merchant.isLeftAlone()).isTrue();
  }

  @Test
  void theButtonForTrialsChangesNothing() throws InterruptedException {
    meeting.ground.post("/sandbox/yoomoney/test/41001111222233", "");

    assertThat(meeting.told()).isInstanceOf(Nothing.class);
  }

  @ParameterizedTest
  @CsvSource({"receiver, 41009", "sum, 1.001", "sum, 0", "paymentType, MC", "quickpay-form, ''"})
  void theFormIsChecked(String name, String value) {
    var order = meeting.orderOf("100.00", "");
    var redirected = (CustomerRedirected) meeting.started(order);
    var fields = new LinkedHashMap<>(redirected.to().fields());
    fields.put(name, value);

    assertThat(meeting.ground.form(redirected.to().url(), fields).statusCode()).isEqualTo(400);
  }

  @Test
  void withoutTheTokenThereIsNoHistory() {
    var answer =
        meeting.ground.form("/sandbox/yoomoney/api/operation-history", Map.of("label", "x"));

    assertThat(answer.statusCode()).isEqualTo(401);
  }
}
