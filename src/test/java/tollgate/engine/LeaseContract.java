package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Effect.CALL_PROVIDER;
import static tollgate.payment.Sales.SALE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.Doubtful;

/** What {@link Outbox} promises of leases: who holds a duty, until when, and who is fenced off. */
public abstract class LeaseContract extends ContractGround {

  private static final Duration SHORT = Duration.ofSeconds(5);

  @Test
  void aDutyIsBornLeasedToWhoCommits() {
    var sale = opened(SALE);
    assertThat(claimed()).isEmpty();

    store.advance(store.lease());

    var duty = one(claimed());
    assertThat(duty.effect()).isEqualTo(CALL_PROVIDER);
    assertThat(duty.attempt()).isEqualTo(2);
    assertThat(duty.payment()).isEqualTo(sale.payment());
    assertThat(duty.webhook()).isNull();
  }

  @Test
  void aClaimHidesItForTheLeaseAndRaisesTheAttempt() {
    opened(SALE);
    store.advance(store.lease());

    assertThat(one(claimed()).attempt()).isEqualTo(2);
    assertThat(claimed()).isEmpty();
    store.advance(store.lease().minus(SHORT));
    assertThat(claimed()).isEmpty();
    store.advance(SHORT);
    assertThat(one(claimed()).attempt()).isEqualTo(3);
  }

  @Test
  void whoHoldsItFromBirthMayEndIt() {
    var sale = opened(SALE);

    await(store.outbox().done(new Duty(sale.payment(), CALL_PROVIDER, 1, null)));

    store.advance(store.lease());
    assertThat(claimed()).isEmpty();
  }

  @Test
  void whoSleptPastTheLeaseChangesNothing() {
    var sale = opened(SALE);
    store.advance(store.lease());
    var sleeper = one(claimed());
    store.advance(store.lease());
    assertThat(one(claimed()).attempt()).isEqualTo(3);

    await(store.outbox().done(sleeper));
    await(store.outbox().later(sleeper, Duration.ZERO));
    await(store.outbox().back(sleeper, Duration.ZERO));
    await(store.outbox().exhausted(sleeper));
    save(change(sale, new Doubtful("x"), List.of(sleeper)));

    assertThat(claimed()).isEmpty();
    store.advance(store.lease());
    assertThat(one(claimed()).attempt()).isEqualTo(4);
  }

  @Test
  void laterIsNotBeforeItsTime() {
    opened(SALE);
    store.advance(store.lease());

    await(store.outbox().later(one(claimed()), store.lease().multipliedBy(3)));

    store.advance(store.lease().multipliedBy(2));
    assertThat(claimed()).isEmpty();
    store.advance(store.lease());
    assertThat(one(claimed()).attempt()).isEqualTo(3);
  }

  @Test
  void laterMaySayAtOnce() {
    opened(SALE);
    store.advance(store.lease());

    await(store.outbox().later(one(claimed()), Duration.ZERO));

    assertThat(one(claimed()).attempt()).isEqualTo(3);
  }

  @Test
  void whatIsGivenBackIsTheSameAttemptAgain() {
    var sale = opened(SALE);
    await(store.outbox().back(new Duty(sale.payment(), CALL_PROVIDER, 1, null), Duration.ZERO));
    var first = one(claimed());
    assertThat(first.attempt()).isEqualTo(1);
    await(store.outbox().later(first, Duration.ZERO));
    assertThat(one(claimed()).attempt()).isEqualTo(2);
    store.advance(store.lease());
    var third = one(claimed());

    await(store.outbox().back(third, store.lease().multipliedBy(3)));

    store.advance(store.lease().multipliedBy(2));
    assertThat(claimed()).isEmpty();
    store.advance(store.lease());
    assertThat(one(claimed()).attempt()).isEqualTo(third.attempt());
    store.advance(store.lease());
    assertThat(one(claimed()).attempt()).isEqualTo(third.attempt() + 1);
  }

  /** What was given back is nobody's lease: whoever tried last may still say that it is done. */
  @Test
  void whoTriedLastMayEndWhatAnotherGaveBack() {
    opened(SALE);
    store.advance(store.lease());
    var slow = one(claimed());
    store.advance(store.lease());
    await(store.outbox().back(one(claimed()), Duration.ZERO));

    await(store.outbox().done(slow));

    assertThat(claimed()).isEmpty();
    assertThat(isThere(slow.payment().id(), CALL_PROVIDER)).isFalse();
  }

  /** Whether the outbox has a row for this effect, in whatever condition. */
  protected abstract boolean isThere(Payment.Id payment, Effect effect);

  protected static Duty one(List<Duty> duties) {
    assertThat(duties).hasSize(1);
    return duties.getFirst();
  }
}
