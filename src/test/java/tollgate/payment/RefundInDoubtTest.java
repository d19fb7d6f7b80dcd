package tollgate.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Words.AGREED;
import static tollgate.payment.Words.book;
import static tollgate.payment.Words.outcome;
import static tollgate.payment.Words.refund;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundDispatched;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentState.Succeeded;

/** A refund that may have gone out, and of which nobody knows what became of it. */
class RefundInDoubtTest {

  private static final Sale ASKED = asked();

  @ParameterizedTest
  @ValueSource(strings = {"sent", "known"})
  void itIsStillSetAside(String comes) {
    var decision = (Step) ASKED.apply(event(comes), AT.plusSeconds(9));

    var refund = Objects.requireNonNull(decision.payment().refund(7));
    assertThat(refund.isInFlight()).isTrue();
    assertThat(refund.isInDoubt()).isEqualTo(comes.equals("sent"));
    assertThat(refund.providersId()).isEqualTo(comes.equals("known") ? "R-1" : "");
    assertThat(decision.postings()).isEmpty();
    assertThat(decision.effects()).isEmpty();
    var more = decision.payment().apply(new RefundRequested(refund(8, 61)), AT);
    assertThat(outcome(more)).isEqualTo("denied 3283");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sent", "known"})
  void theProvidersWordEndsIt(String comes) {
    var sale = ASKED.apply(event(comes), AT).payment();

    assertThat(book(sale.apply(new RefundApproved(7, "R-1"), AT)))
        .isEqualTo("reserved→clearing 40");
    assertThat(book(sale.apply(new RefundDeclined(7, Code.PROVIDER_DECLINE), AT)))
        .isEqualTo("reserved→merchant 40");
  }

  private static PaymentEvent event(String word) {
    return word.equals("sent") ? new RefundDispatched(7) : new RefundPending(7, "R-1");
  }

  private static Sale asked() {
    var sold = SALE.of(AGREED).in(new Succeeded());
    return (Sale) ((Funded) sold.apply(new RefundRequested(refund(7, 40)), AT)).step().payment();
  }
}
