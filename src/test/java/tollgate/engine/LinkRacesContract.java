package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Links.CHOICE;

import org.junit.jupiter.api.RepeatedTest;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Step;
import tollgate.payment.Effect;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.LinkCancelled;
import tollgate.payment.PaymentEvent.LinkConfirmed;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.Sale;

/** Many who pull at one link at once, on two engines: customers, the merchant, and the clock. */
public abstract class LinkRacesContract extends LinkGround {

  @RepeatedTest(3)
  void ofManyConfirmationsAtOnceOneIsASale() {
    var link = offered();

    var decisions = race(link.id(), _ -> new LinkConfirmed(CHOICE));

    assertThat(decisions).filteredOn(Step.class::isInstance).hasSize(1);
    assertThat(decisions).filteredOn(Denied.class::isInstance).isEmpty();
    assertThat(loaded(link.id()).payment()).isInstanceOf(Sale.class);
    assertThat(effects(link.id())).containsExactly(Effect.CALL_PROVIDER);
  }

  @RepeatedTest(5)
  void takenBackOrConfirmedAndNeverBoth() {
    var link = offered();

    var decisions =
        race(link.id(), i -> i % 3 == 0 ? new LinkConfirmed(CHOICE) : new LinkCancelled());

    assertThat(decisions).filteredOn(Step.class::isInstance).hasSize(1);
    assertIsOneOrTheOther(link.id(), Link.WITHDRAWN);
  }

  @RepeatedTest(5)
  void expiredOrConfirmedAndNeverBoth() {
    var link = offered();

    var decisions =
        race(link.id(), i -> i % 3 == 0 ? new LinkConfirmed(CHOICE) : new TimeLimitReached());

    // The end of the link is not that of the sale, however late somebody tells of it.
    assertThat(decisions).filteredOn(Step.class::isInstance).hasSize(1);
    assertIsOneOrTheOther(link.id(), Link.EXPIRED);
  }

  /** Every node sees it due; one of them ends it, once. */
  @RepeatedTest(3)
  void expiresOnceWhoeverSeesItDue() {
    var link = offered();
    store.advance(GOOD_FOR);

    var decisions = race(link.id(), _ -> new TimeLimitReached());

    assertThat(decisions).filteredOn(Step.class::isInstance).hasSize(1);
    assertThat(effects(link.id())).containsExactly(Effect.NOTIFY_FINAL);
  }

  private void assertIsOneOrTheOther(Payment.Id id, Declined end) {
    var now = loaded(id).payment();
    var isSale = now instanceof Sale;
    assertThat(isSale || now.state().equals(end)).isTrue();
    assertThat(effects(id)).containsExactly(isSale ? Effect.CALL_PROVIDER : Effect.NOTIFY_FINAL);
  }
}
