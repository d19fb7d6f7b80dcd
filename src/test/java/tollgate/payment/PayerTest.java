package tollgate.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Succeeded;

class PayerTest {

  private static final Payer PURSE = new Payer(Map.of("number", "R1", "wmid", "9"));
  private static final Payer PHONE =
      new Payer(Map.of("number", "R2", "phone", "380501112233", "empty", ""));

  private static final Sale OPEN =
      Sales.SALE.in(new AwaitingCustomer(RedirectData.get("https://x.example")));

  private static SaleApproved approved(String transfer, Payer payer) {
    return new SaleApproved(OPEN.askedFor(), transfer, payer);
  }

  private static Sale after(Sale sale, SaleApproved event) {
    return (Sale) sale.apply(event, Sales.AT).payment();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"380501112233, 380*******33", "12345, *****", "123456, 123*56"})
  void aPhoneIsMaskedInLogs(String phone, String shown) {
    var event = approved("7", new Payer(Map.of(Payer.PHONE, phone)));

    assertThat(event.toString()).contains("phone=" + shown).doesNotContain(phone);
  }

  @Test
  void whatIsEmptyIsNotKnown() {
    assertThat(PHONE.facts()).containsOnlyKeys("number", "phone");
    assertThat(PHONE.fact("wmid")).isEmpty();
    assertThat(approved("7", Payer.NONE)).hasToString(new SaleApproved(OPEN.askedFor(), "7") + "");
  }

  @Test
  void whoPaidIsKeptWithTheSuccess() {
    var paid = after(OPEN, approved("7", PURSE));

    assertThat(paid.state()).isInstanceOf(Succeeded.class);
    assertThat(paid.payer()).isEqualTo(PURSE);
  }

  /** The same word comes by callback and by question, and one may say more than the other. */
  @Test
  void aLaterWordAddsAndChangesNothing() {
    var paid = after(OPEN, approved("7", PURSE));

    var step = (Step) paid.apply(approved("7", PHONE), Sales.AT);

    assertThat(((Sale) step.payment()).payer().facts())
        .containsEntry("number", "R1")
        .containsEntry("phone", "380501112233");
    assertThat(step.postings()).isEmpty();
    assertThat(step.effects()).isEmpty();
    assertThat(step.payment().changedAt()).isEqualTo(paid.changedAt());
    assertThat(step.payment().apply(approved("7", PHONE), Sales.AT)).isInstanceOf(Ignored.class);
  }

  @Test
  void anotherTransferAddsNothingAndAPersonMustLook() {
    var paid = after(OPEN, approved("7", PURSE));

    assertThat(paid.apply(approved("8", PHONE), Sales.AT)).isInstanceOf(Refused.class);
    assertThat(paid.apply(approved("", PHONE), Sales.AT)).isInstanceOf(Ignored.class);
  }

  @Test
  void whoPaidTooLateIsKeptToo() {
    var declined = (Sale) OPEN.apply(new PaymentEvent.TimeLimitReached(), Sales.AT).payment();

    var late = after(declined, approved("7", PURSE));

    assertThat(late.state()).isInstanceOf(PaidLate.class);
    assertThat(late.payer()).isEqualTo(PURSE);
  }
}
