package tollgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.Order;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.paymaster2.Paymaster2;

/** PayMaster v2: adapter and sandbox were written from the same page, apart; here they meet. */
class Paymaster2MeetsTest {

  private final Meeting meeting =
      new Meeting(
          new Paymaster2(),
          Map.of("merchant_id", Playground.PAYMASTER_SITE, "test_mode", "true"),
          Map.of("token", Playground.PAYMASTER2_TOKEN));

  @AfterEach
  void close() {
    meeting.close();
  }

  private Order begun(String description) {
    var begun = meeting.started(meeting.order(description, ""));
    var redirected = (CustomerRedirected) begun;
    assertThat(meeting.ground.get(redirected.to().url()).statusCode()).isEqualTo(200);
    return meeting.order(description, redirected.providersId());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"Taxi", "sandbox:bom", "sandbox:reorder", "sandbox:extra", "sandbox:duplicate=2"})
  void aTopUpIsPaidToldAndAsked(String description) throws InterruptedException {
    var order = begun(description);
    assertThat(meeting.asked(order)).isInstanceOf(SalePending.class);

    meeting.play("pay");

    var bell = new Doorbell(new Payment.Id(212, 1001), order.providersId());
    assertThat(meeting.told()).isEqualTo(bell);
    assertThat(meeting.asked(order))
        .isEqualTo(new SaleApproved(order.amount(), order.providersId()));
  }

  @Test
  void whatIsUnreadableComesAgain() throws InterruptedException {
    meeting.ground.merchant.answers(400);
    begun("sandbox:garbage=1");
    meeting.play("pay");

    assertThat(meeting.told()).isInstanceOf(Malformed.class);
    assertThat(meeting.told()).isInstanceOf(Doorbell.class);
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({"bad-amount, 101, RUB", "bad-currency, 49990, USD"})
  void anotherSumIsSaidAsItIs(String fault, long minor, String currency) {
    var order = begun("sandbox:" + fault);
    meeting.play("pay");

    assertThat(meeting.asked(order))
        .isEqualTo(new SaleApproved(Money.of(minor, currency), order.providersId()));
  }

  @Test
  void whoCancelsIsNotPaidAnyMore() {
    var order = begun("Taxi");

    assertThat(meeting.cancelled(order)).isInstanceOf(SaleDeclined.class);
    meeting.play("pay");
    assertThat(meeting.asked(order)).isInstanceOf(SaleDeclined.class);
  }

  @Test
  void whoPaidIsNotCancelledAnyMore() {
    var order = begun("Taxi");
    meeting.play("pay");

    assertThat(meeting.cancelled(order)).isInstanceOf(Doubtful.class);
    assertThat(meeting.asked(order)).isInstanceOf(SaleApproved.class);
  }

  @Test
  void aLostAnswerIsFoundUnderTheSameKey() {
    var order = meeting.order("sandbox:error-after=502", "");

    assertThat(meeting.started(order)).isInstanceOf(Doubtful.class);
    assertThat(meeting.started(meeting.order("sandbox:error-after=502", "")))
        .isInstanceOf(CustomerRedirected.class);
    assertThat(made()).isEqualTo(1);
  }

  private long made() {
    return meeting.ground.json("/sandbox/paymaster2/totals").getLong("made");
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          9990  | {}                     | approved
          49991 | {}                     | in doubt
          40000 | {}                     | declined
          9990  | {"deny": 1}            | declined
          9990  | {"processing": "10m"}  | pending
          9990  | {"error-after": 502}   | in doubt
          """)
  void moneyGoesBack(long minor, String faults, String outcome) {
    var order = begun("Taxi");
    meeting.play("pay");
    meeting.ground.post(
        "/sandbox/faults", "{\"match\": \"TG-212-3001\", \"faults\": " + faults + "}");

    assertThat(outcome(refunded(order, minor))).isEqualTo(outcome);
  }

  @Test
  void aRefundWhoseReplyWasLostIsGivenOnce() {
    var order = begun("Taxi");
    meeting.play("pay");
    meeting.ground.post(
        "/sandbox/faults", "{\"match\": \"TG-212-3001\", \"faults\": {\"error-after\": 502}}");

    assertThat(refunded(order, 9_990)).isInstanceOf(Doubtful.class);
    assertThat(refunded(order, 9_990)).isInstanceOf(RefundApproved.class);
    var totals = meeting.ground.json("/sandbox/paymaster2/totals");
    assertThat(totals.getLong("refunded_minor")).isEqualTo(9_990);
  }

  @Test
  void aRefundThatTakesTimeIsAskedFor() {
    var order = begun("Taxi");
    meeting.play("pay");
    meeting.ground.post(
        "/sandbox/faults", "{\"match\": \"TG-212-3001\", \"faults\": {\"processing\": \"1ms\"}}");
    var pending = (RefundPending) refunded(order, 9_990);
    var known =
        new Wanted(
            order, 3001, "TG-212-3001", Money.of(9_990, "RUB"), "", pending.providersId(), "");

    var said = meeting.refunded(known);
    for (var asked = 1; asked < 1000 && said instanceof RefundPending; asked++) {
      said = meeting.refunded(known);
    }
    assertThat(said).isEqualTo(new RefundApproved(3001, pending.providersId()));
  }

  private ProviderEvent refunded(Order sale, long minor) {
    return meeting.refunded(
        new Wanted(sale, 3001, "TG-212-3001", Money.of(minor, "RUB"), "Too long"));
  }

  private static String outcome(ProviderEvent event) {
    return switch (event) {
      case RefundApproved _ -> "approved";
      case RefundDeclined _ -> "declined";
      case RefundPending _ -> "pending";
      default -> "in doubt";
    };
  }
}
