package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.TroubledPayments.Trouble.LOST;
import static tollgate.payment.Effect.CALL_PROVIDER;
import static tollgate.payment.Effect.NOTIFY_INTERMEDIATE;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.PAGE;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tollgate.engine.MemoryStore.DutyLeft;
import tollgate.engine.Opening.Accepted;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.Sale;
import tollgate.payment.Sales;

/** What the commit of new payments does for each, and that they do not share their troubles. */
class OpeningTogetherTest extends EngineGround {

  @Test
  void aSaleThatNeedsNoMessageBeginsInTheCommitThatAddsIt() {
    starter = _ -> Optional.of(new CustomerRedirected(PAGE, THEIRS));
    var sale = SALE.open(newId());

    var opening = (Accepted) engine.open(sale).result();

    assertThat(opening.payment().state()).isEqualTo(new AwaitingCustomer(PAGE));
    assertThat(now(sale.payment())).isEqualTo(opening.payment());
    assertThat(payments.batches).containsExactly(1);
    assertThat(performed).extracting(Duty::effect).containsExactly(NOTIFY_INTERMEDIATE);
    assertThat(store.duties()).extracting(DutyLeft::effect).containsExactly(NOTIFY_INTERMEDIATE);
  }

  @Test
  void whatCannotBeginAtOnceIsLeftToItsDuty() {
    starter = _ -> Optional.of(new SalePending(""));
    var sale = SALE.open(newId());

    assertThat(engine.open(sale).result()).isEqualTo(new Accepted(sale.payment()));

    assertThat(performed).extracting(Duty::effect).containsExactly(CALL_PROVIDER);
  }

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
    assertThat(store.duties()).extracting(DutyLeft::dueAt).containsOnly(leased);
  }
}
