package tollgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

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
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.qiwi.Qiwi;

class QiwiMeetsTest {

  private static final Doorbell BELL = new Doorbell(new Payment.Id(212, 1001));

  private final Meeting meeting =
      new Meeting(
          new Qiwi(),
          Map.of("site_id", "demo-site-01", "refunds", "kassa"),
          Map.of("secret_key", Playground.QIWI_KEY));

  @AfterEach
  void close() {
    meeting.close();
  }

  @Test
  void aBillIsMadeShownPaidAndTold() throws InterruptedException {
    var order = meeting.orderOf("150.50", "Поездка");
    var begun = meeting.started(order);

    assertThat(meeting.browse(begun).body()).contains("RUB 150.50", "Поездка");
    assertThat(meeting.asked(order)).isEqualTo(begun);

    meeting.play("pay");
    assertThat(meeting.told()).isEqualTo(BELL);
    var id = ((CustomerRedirected) begun).providersId();
    assertThat(meeting.asked(order)).isEqualTo(new SaleApproved(order.amount(), id));
    assertThat(meeting.cancelled(order)).isInstanceOf(Doubtful.class);
  }

  @ParameterizedTest
  @CsvSource({
    "150.50, cancel, CUSTOMER_CANCELLED",
    "400.00, pay, CUSTOMER_CANCELLED",
    "406.02, pay, PROVIDER_TIME_OUT"
  })
  void aBillIsNotPaid(String roubles, String action, Code code) throws InterruptedException {
    var order = meeting.orderOf(roubles, "");
    meeting.started(order);

    meeting.play(action);

    assertThat(meeting.told()).isEqualTo(BELL);
    assertThat(((SaleDeclined) meeting.asked(order)).code()).isEqualTo(code);
  }

  @Test
  void aBillIsCancelledAndOneThatNeverWasIsToo() {
    var order = meeting.orderOf("150.50", "");

    assertThat(meeting.cancelled(order)).isEqualTo(new SaleDeclined(Code.CANCELLED, ""));
    meeting.started(order);
    assertThat(((SaleDeclined) meeting.cancelled(order)).code()).isEqualTo(Code.CANCELLED);
  }

  @Test
  void anAnswerThatGotLostIsFoundByAsking() {
    var order = meeting.orderOf("150.50", "sandbox:error-after=500");

    assertThat(meeting.started(order)).isInstanceOf(Doubtful.class);
    assertThat(meeting.asked(order)).isInstanceOf(CustomerRedirected.class);
    assertThat(meeting.started(order)).isEqualTo(meeting.asked(order));
    assertThat(meeting.started(meeting.orderOf("150.51", ""))).isInstanceOf(Doubtful.class);
  }

  @ParameterizedTest
  @CsvSource({"number", "capitals", "long-offset", "bad-amount", "reorder"})
  void whateverANotificationLooksLikeTheBillIsAsked(String fault) throws InterruptedException {
    var order = meeting.orderOf("150.50", "sandbox:" + fault);
    meeting.started(order);
    meeting.play("pay");

    assertThat(meeting.told()).isEqualTo(BELL);
    assertThat(((SaleApproved) meeting.asked(order)).paid()).isEqualTo(order.amount());
  }

  @Test
  void whatIsSpoiltIsNotBelieved() throws InterruptedException {
    meeting.ground.merchant.answers(400, 403);
    meeting.started(meeting.orderOf("150.50", "sandbox:garbage=1,bad-signature=2"));
    meeting.play("pay");

    assertThat(meeting.told()).isInstanceOf(Malformed.class);
    assertThat(meeting.told()).isEqualTo(new Forged("signature"));
    assertThat(meeting.told()).isEqualTo(BELL);
  }

  @Test
  void moneyGoesBackOnceUnderOneKeyAndNeverMoreThanCame() throws InterruptedException {
    var order = meeting.orderOf("150.50", "");
    meeting.started(order);
    assertThat(meeting.refunded(order, 3000, "50.00")).isInstanceOf(RefundDeclined.class);
    meeting.play("pay");

    assertThat(meeting.refunded(order, 3001, "50.00")).isInstanceOf(RefundApproved.class);
    assertThat(meeting.refunded(order, 3001, "50.00")).isInstanceOf(RefundApproved.class);
    assertThat(meeting.refunded(order, 3002, "100.51")).isInstanceOf(RefundDeclined.class);
    assertThat(meeting.refunded(order, 3003, "100.50")).isInstanceOf(RefundApproved.class);
    assertThat(meeting.total("refunded_minor")).isEqualTo(15_050);
  }

  @Test
  void aRefundIsDeniedOrFinishedLater() throws InterruptedException {
    var order = meeting.orderOf("1000.00", "");
    meeting.started(order);
    meeting.play("pay");
    rule("TG-212-3001", "{\"deny\":true}");
    rule("TG-212-3002", "{\"processing\":\"1ms\"}");

    assertThat(meeting.refunded(order, 3001, "50.00"))
        .isEqualTo(new RefundDeclined(3001, Code.PROVIDER_DECLINE));
    var said = meeting.refunded(order, 3002, "50.00");
    assertThat(said).isInstanceOf(Doubtful.class);
    for (var asked = 1; asked < 1000 && said instanceof Doubtful; asked++) {
      said = meeting.refunded(order, 3002, "50.00");
    }
    assertThat(said).isInstanceOf(RefundApproved.class);
    assertThat(meeting.refunded(order, 3003, "406.03")).isInstanceOf(Doubtful.class);
    assertThat(meeting.total("refunded_minor")).isEqualTo(5000);
  }

  private void rule(String refund, String faults) {
    meeting.ground.post(
        "/sandbox/faults", "{\"match\":\"" + refund + "\",\"faults\":" + faults + "}");
  }
}
