package tollgate.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Words.AGREED;
import static tollgate.payment.Words.book;
import static tollgate.payment.Words.outcome;
import static tollgate.payment.Words.refund;
import static tollgate.payment.Words.world;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundDispatched;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentEvent.RefundRuled;
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

  /** 7 is asked for at {@code AT}; what is sent is marked nine seconds later. */
  @ParameterizedTest(name = "{0}, ruled {1}, seen {2} = {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # is           | ruled    | seen    | outcome     | book                  | world
          sent           | done     | whatever| succeeded   | reserved→clearing 40  | tell
          sent           | done     | now     | succeeded   | reserved→clearing 40  | tell
          sent           | not done | now     | succeeded   | reserved→merchant 40  | tell
          # another version than was looked at
          sent           | done     | earlier | denied 3060 |                       |
          sent           | not done | earlier | denied 3060 |                       |
          # only what is in doubt
          asked          | done     | whatever| denied 3060 |                       |
          asked          | not done | whatever| denied 3060 |                       |
          # once
          sent, done     | done     | earlier | ignored     |                       |
          sent, done     | not done | whatever| denied 3060 |                       |
          sent, not done | not done | now     | ignored     |                       |
          sent, not done | done     | whatever| denied 3060 |                       |
          """)
  void aPersonsWordEndsIt(
      String is, String ruled, String seen, String outcome, String book, String world) {
    var sale = ASKED;
    for (var step : is.split(", ", -1)) {
      sale =
          switch (step) {
            case "sent" -> after(sale, new RefundDispatched(7));
            case "done", "not done" -> after(sale, new RefundRuled(7, is(step), "", null));
            default -> sale;
          };
    }
    var seenAt =
        switch (seen) {
          case "now" -> AT.plusSeconds(9).plusNanos(1);
          case "earlier" -> AT;
          default -> null;
        };
    var decision = sale.apply(new RefundRuled(7, is(ruled), "R-9", seenAt), AT.plusSeconds(20));

    assertThat(outcome(decision)).isEqualTo(outcome);
    assertThat(book(decision)).isEqualTo(book);
    assertThat(world(decision)).isEqualTo(world);
    var refund = Objects.requireNonNull(decision.payment().refund(7));
    if (decision instanceof Step && is(ruled)) assertThat(refund.providersId()).isEqualTo("R-9");
  }

  /** Whoever was wrong, a person must see that the two differ. */
  @Test
  void theProvidersWordAfterAPersonsIsKept() {
    var sent = after(ASKED, new RefundDispatched(7));
    var lost = after(sent, new RefundRuled(7, false, "", null));
    var done = after(sent, new RefundRuled(7, true, "", null));

    assertThat(outcome(lost.apply(new RefundApproved(7, "R-1"), AT))).isEqualTo("CONTRADICTION");
    assertThat(outcome(lost.apply(new RefundDeclined(7, Code.PROVIDER_DECLINE), AT)))
        .isEqualTo("ignored");
    assertThat(outcome(done.apply(new RefundApproved(7, "R-1"), AT))).isEqualTo("ignored");
    assertThat(lost.left()).isEqualTo(AGREED);
  }

  private static boolean is(String word) {
    return word.equals("done");
  }

  private static Sale after(Sale sale, PaymentEvent event) {
    return (Sale) sale.apply(event, AT.plusSeconds(9)).payment();
  }

  private static PaymentEvent event(String word) {
    return word.equals("sent") ? new RefundDispatched(7) : new RefundPending(7, "R-1");
  }

  private static Sale asked() {
    var sold = SALE.of(AGREED).in(new Succeeded());
    return (Sale) ((Funded) sold.apply(new RefundRequested(refund(7, 40)), AT)).step().payment();
  }
}
