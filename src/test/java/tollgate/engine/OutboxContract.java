package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Effect.CALL_PROVIDER;
import static tollgate.payment.Effect.CANCEL_AT_PROVIDER;
import static tollgate.payment.Effect.NOTIFY_FINAL;
import static tollgate.payment.Effect.NOTIFY_INTERMEDIATE;
import static tollgate.payment.Sales.PAGE;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.AskDue;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.TimeLimitReached;

/** What {@link Outbox} promises, whatever keeps it. */
public abstract class OutboxContract extends LeaseContract {

  @Test
  void whatIsDoneIsGone() {
    opened(SALE);
    store.advance(store.lease());

    await(store.outbox().done(one(claimed())));

    store.advance(store.lease());
    assertThat(claimed()).isEmpty();
  }

  @Test
  void aCommitThatFulfilsADutyTakesItAway() {
    var sale = opened(SALE);
    var call = new Duty(sale.payment(), CALL_PROVIDER, 1, null);

    save(change(sale, new CustomerRedirected(PAGE, THEIRS), List.of(call)));

    store.advance(store.lease());
    assertThat(claimed()).extracting(Duty::effect).containsExactly(NOTIFY_INTERMEDIATE);
  }

  @Test
  void whatIsExhaustedIsNotHandedOutAgain() {
    opened(SALE);
    store.advance(store.lease());
    var duty = one(claimed());

    await(store.outbox().exhausted(duty));

    store.advance(Duration.ofDays(30));
    assertThat(claimed()).isEmpty();
    assertThat(isThere(duty.payment().id(), CALL_PROVIDER)).isTrue();
  }

  @Test
  void aNoticeComesWithItsBytes() {
    var sale = opened(SALE);
    var change = change(sale, new CustomerRedirected(PAGE, THEIRS));
    save(change);
    store.advance(store.lease());

    var duty = one(claimed().stream().filter(d -> d.effect() == NOTIFY_INTERMEDIATE).toList());

    var webhook = Objects.requireNonNull(duty.webhook());
    var frozen = change.webhooks().getFirst();
    assertThat(webhook.body()).isEqualTo(frozen.body());
    assertThat(webhook.url()).isEqualTo(frozen.url());
    assertThat(webhook.effect()).isEqualTo(NOTIFY_INTERMEDIATE);
    assertThat(webhook.operation()).isEqualTo(sale.payment().id());
  }

  @Test
  void aWebhookThatIsWantedLaterIsNobodysUntilThen() {
    var sale = opened(SALE.toldAfter(600));
    save(change(sale, approved(sale), List.of(new Duty(sale.payment(), CALL_PROVIDER, 1, null))));

    store.advance(Duration.ofSeconds(590));
    assertThat(claimed()).isEmpty();
    store.advance(Duration.ofSeconds(10));

    var duty = one(claimed());
    assertThat(duty.effect()).isEqualTo(NOTIFY_FINAL);
    assertThat(duty.attempt()).isEqualTo(1);
  }

  @Test
  void whatNobodyHasRoomForIsNobodysForAWhile() {
    var sale = opened(SALE);
    var called = List.of(new Duty(sale.payment(), CALL_PROVIDER, 1, null));
    save(change(sale, approved(sale), called, Crowded.FOR_TEN_SECONDS));

    store.advance(Duration.ofSeconds(9));
    assertThat(claimed()).isEmpty();
    store.advance(Duration.ofSeconds(1));

    var duty = one(claimed());
    assertThat(duty.effect()).isEqualTo(NOTIFY_FINAL);
    assertThat(duty.attempt()).isEqualTo(1);
  }

  @Test
  void theCallAndTheIntermediateNoticeOfAClosedPaymentAreDropped() {
    var sale = opened(SALE);
    save(change(sale, new CustomerRedirected(PAGE, THEIRS)));
    save(change(loaded(sale.payment().id()), new TimeLimitReached()));

    store.advance(store.lease());

    assertThat(claimed())
        .extracting(Duty::effect)
        .containsExactlyInAnyOrder(CANCEL_AT_PROVIDER, NOTIFY_FINAL);
    // Dropping may take the store a round trip more.
    for (var dropped : List.of(CALL_PROVIDER, NOTIFY_INTERMEDIATE)) {
      for (int i = 0; i < 100 && isThere(sale.payment().id(), dropped); i++) claimed();
      assertThat(isThere(sale.payment().id(), dropped)).isFalse();
    }
  }

  @Test
  void aDutyShowsThePaymentAsItIsNow() {
    var sale = opened(SALE);
    save(change(sale, new Doubtful("no answer")));

    store.advance(store.lease());

    assertThat(one(claimed()).payment()).isEqualTo(loaded(sale.payment().id()).payment());
  }

  @Test
  void whatIsNotDurableIsNotKept() {
    var sale = opened(SALE);
    var call = new Duty(sale.payment(), CALL_PROVIDER, 1, null);
    save(change(sale, new AskDue(0), List.of(call)));

    store.advance(store.lease());

    assertThat(claimed()).isEmpty();
  }

  /** A payment may have several duties, here and in what other tests left behind. */
  @Test
  void noMoreThanWasAskedForAndNothingTwice() {
    for (int i = 0; i < 5; i++) opened(SALE);
    var first = opened(SALE);
    save(change(first, new TimeLimitReached()));
    store.advance(store.lease());

    record Seen(Payment.Id payment, Effect effect) {}
    var seen = new HashSet<Seen>();
    List<Duty> some;
    do {
      some = await(store.outbox().claim(2));
      assertThat(some.size()).isLessThanOrEqualTo(2);
      for (var duty : some) {
        assertThat(seen.add(new Seen(duty.operation(), duty.effect()))).isTrue();
      }
    } while (!some.isEmpty());

    assertThat(seen.stream().filter(each -> each.payment().project() == project)).hasSize(7);
  }
}
