package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.TroubledPayments.Trouble.LOST;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;

import org.junit.jupiter.api.Test;
import tollgate.engine.Opening.Accepted;
import tollgate.payment.Sale;
import tollgate.payment.Sales;

/** New payments that share a commit do not share their troubles. */
class OpeningTogetherTest extends EngineGround {

  /** Given back to the outbox, the duty of the first would be performed by two at once. */
  @Test
  void whoWasAnsweredIsThroughWhateverBecomesOfTheRestOfTheBatch() {
    var theirs = opened();
    payments.troubles.add(LOST);
    payments.failFinds(1);
    payments.hold();
    var lost = engine.open(Sale.open(newId(), theirs.terms(), Sales.ANY, AT));
    var first = engine.open(SALE.open(newId()));

    payments.release();

    assertThat(first.result()).isInstanceOf(Accepted.class);
    assertThat(lost.cause()).isInstanceOf(Unavailable.class);
    var leased = clock.instant().plus(store.lease());
    assertThat(store.duties()).extracting(MemoryStore.DutyLeft::dueAt).containsOnly(leased);
  }
}
