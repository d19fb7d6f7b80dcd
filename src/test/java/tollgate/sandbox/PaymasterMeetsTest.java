package tollgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Supplier;
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
import tollgate.provider.OnceOnlyRefunds;
import tollgate.provider.Order;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Inquiry;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.paymaster.Paymaster;

/** PayMaster's older protocol: adapter and sandbox, written apart from one page, meet. */
class PaymasterMeetsTest {

  private static final Payment.Id ID = new Payment.Id(212, 1001);

  private final Meeting meeting =
      new Meeting(
          new Paymaster(),
          Map.of(
              "merchant_id", Playground.PAYMASTER_SITE, "login", "tollgate-api", "sim_mode", "0"),
          Map.of("secret", Playground.PAYMASTER_SECRET, "password", "p@ss-demo"));

  @AfterEach
  void close() {
    meeting.close();
  }

  private Order arrived(String description) {
    var order = meeting.order(description, "");
    var form = ((CustomerRedirected) meeting.started(order)).to();
    var answer =
        meeting.ground.send(
            form.method(),
            form.url(),
            Playground.encoded(form.fields()),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(answer.statusCode()).isEqualTo(303);
    return order;
  }

  /** Every call has a nonce of its own. */
  private ProviderEvent asked() {
    return meeting.asked(meeting.order("", ""));
  }

  private void pays(String word) {
    meeting.ground.merchant.answers(200, word, "");
    meeting.play("pay");
  }

  private static ProviderEvent until(Class<?> kind, Supplier<ProviderEvent> question) {
    var said = question.get();
    for (var asked = 1; asked < 1000 && !kind.isInstance(said); asked++) said = question.get();
    return said;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"Такси", "sandbox:extra", "sandbox:duplicate=2"})
  void aTopUpIsInquiredPaidToldAndAsked(String description) throws InterruptedException {
    var order = arrived(description);
    assertThat(asked()).isInstanceOf(SalePending.class);

    pays("YES");

    assertThat(meeting.told()).isEqualTo(new Inquiry(ID, order.amount()));
    var told = (Genuine) meeting.told();
    assertThat(told.payment()).isEqualTo(ID);
    assertThat(told.event()).isEqualTo(asked());
    assertThat(((SaleApproved) asked()).paid()).isEqualTo(order.amount());
  }

  @Test
  void whatWeDoNotWantIsNotTaken() {
    arrived("Taxi");
    pays("NO");

    assertThat(until(SaleDeclined.class, this::asked)).isInstanceOf(SaleDeclined.class);
  }

  /** The payer may have paid before our word was heard (1.2). */
  @Test
  void whatWeDoNotWantMayBePaidAllTheSame() throws InterruptedException {
    arrived("sandbox:paid-anyway");
    pays("NO");

    assertThat(((Genuine) meeting.told()).event()).isInstanceOf(SaleApproved.class);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "garbage=1, Malformed",
    "bad-signature=1, Forged",
    "bad-amount=1, Genuine",
    "bad-currency, Genuine",
    "no-number, Malformed",
    "bare, Genuine"
  })
  void whatIsToldBadly(String fault, String kind) throws InterruptedException {
    arrived("sandbox:" + fault);
    pays("YES");
    meeting.told();

    Reading reading = meeting.told();
    assertThat(reading.getClass().getSimpleName()).isEqualTo(kind);
    if (reading instanceof Genuine genuine && !fault.equals("bare")) {
      assertThat(((SaleApproved) genuine.event()).paid()).isNotEqualTo(Money.of(49_990, "RUB"));
    }
    assertThat(reading instanceof Forged || reading instanceof Malformed)
        .isEqualTo(!kind.equals("Genuine"));
  }

  @Test
  void aNonceServesOnce() {
    var order = arrived("Taxi");

    assertThat(meeting.asked(order)).isInstanceOf(SalePending.class);
    assertThat(meeting.asked(order)).isEqualTo(new Doubtful("error -14"));
  }

  @Test
  void whoHasNotComeIsInDoubtAndWhoCameCanBeCancelled() {
    assertThat(asked()).isEqualTo(new Doubtful("error -13"));
    arrived("Taxi");
    var theirs = ((SalePending) asked()).providersId();

    assertThat(meeting.cancelled(meeting.order("", theirs))).isInstanceOf(SaleDeclined.class);
    assertThat(asked()).isInstanceOf(SaleDeclined.class);
  }

  @ParameterizedTest(name = "{0} {1}: {2}, and asked: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          9990  | {}                     | approved | approved
          49991 | {}                     | declined | in doubt
          40000 | {}                     | declined | declined
          9990  | {"deny": 1}            | declined | declined
          9990  | {"processing": "10m"}  | pending  | pending
          9990  | {"error-after": 502}   | in doubt | approved
          9990  | {"error": 502}         | in doubt | in doubt
          """)
  void moneyGoesBackOnce(long minor, String faults, String sent, String listed) {
    arrived("Taxi");
    pays("YES");
    var paid = (SaleApproved) until(SaleApproved.class, this::asked);
    meeting.ground.post(
        "/sandbox/faults", "{\"match\": \"TG-212-3001\", \"faults\": " + faults + "}");

    assertThat(outcome(meeting.refunded(wanted(minor, paid)))).isEqualTo(sent);
    assertThat(outcome(listed(wanted(minor, paid)))).isEqualTo(listed);
  }

  private Wanted wanted(long minor, SaleApproved paid) {
    var sale = meeting.order("Taxi", paid.providersId());
    return new Wanted(sale, 3001, "TG-212-3001", Money.of(minor, "RUB"), "Too long");
  }

  private ProviderEvent listed(Wanted wanted) {
    var refunds = (OnceOnlyRefunds) meeting.adapter.refunds().orElseThrow();
    var request = refunds.ask(wanted, meeting.gateway).orElseThrow();
    return refunds.readAsked(wanted, meeting.gateway, meeting.send(request));
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
