package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.outside.World.until;
import static tollgate.payment.Effect.CALL_PROVIDER;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.ringgit;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.engine.Duty;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.PaymentState;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.PaymentState.WithProvider;
import tollgate.provider.Reference;

class PayoutDutiesTest extends MoneyOutGround {

  private static final Processing UNSENT = new Processing(false);
  private static final Processing IN_DOUBT = new Processing(true);

  @BeforeEach
  void earned() {
    earned(SALE.of(ringgit(EARNED)).untold());
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({"yes, Succeeded, 6000", "no, Declined, 10000", "refused, Declined, 10000"})
  void aClearWordIsKeptAndTheDutyIsDone(String word, String state, long balance) {
    answering(word);
    begin();
    var id = payout();

    until(() -> now(id).state().getClass().getSimpleName().equals(state));
    assertThat(balance()).isEqualTo(balance);
    assertThat(isDuty(id)).isFalse();
    assertThat(arrived).containsExactly("/payout " + Reference.of(id));
  }

  @Test
  void aProviderThatHasNotDecidedIsAskedAndNotSentToAgain() {
    answering("pending");
    begin();
    var id = payout();

    until(() -> now(id).state() instanceof WithProvider);
    assertThat(isDuty(id)).isFalse();
    assertThat(balance()).isEqualTo(6_000);
  }

  @Test
  void itIsMarkedBeforeTheFirstByte() {
    var states = new ConcurrentLinkedQueue<PaymentState>();
    world.answering(request -> {
      for (var stored : world.store.allPayments()) states.add(stored.payment().state());
      request.response().end("yes");
    });
    begin();
    var id = payout();

    until(() -> now(id).state() instanceof Succeeded);
    assertThat(states).containsExactlyInAnyOrder(new Succeeded(), IN_DOUBT);
  }

  @Test
  void inDoubtItGoesOutAgainUnderTheSameKey() {
    answering("who knows", "<html>", "yes");
    begin();
    var id = payout();

    until(() -> now(id).state() instanceof Succeeded);
    assertThat(arrived).hasSize(3).containsOnly("/payout " + Reference.of(id));
    assertThat(balance()).isEqualTo(6_000);
  }

  @Test
  void aRefusedRepeatIsNoWordAboutTheFirstMessage() {
    answering("who knows", "refused", "yes");
    begin();
    var id = payout();

    until(() -> now(id).state() instanceof Succeeded);
    assertThat(arrived).startsWith("/payout " + Reference.of(id), "/payout " + Reference.of(id));
    assertThat(arrived).contains("/ask-payout " + Reference.of(id));
    assertThat(balance()).isEqualTo(6_000);
  }

  /** The limit ends what was never sent; what may have been sent waits for the provider. */
  @Test
  void whatNobodyTookIsNotMarkedAndEndsAtItsLimit() {
    world.providerAt("http://127.0.0.1:1");
    begin();
    var id = payout();

    until(() -> world.outbox.count("later CALL_PROVIDER") >= 3);
    assertThat(now(id).state()).isEqualTo(UNSENT);
    tell(id, new TimeLimitReached());
    assertThat(now(id).state()).isEqualTo(new Declined(Code.AUTO_DECLINE));
    assertThat(balance()).isEqualTo(EARNED);
  }

  @Test
  void behindAnOpenBreakerNothingIsMarked() {
    answering("who knows");
    begin();
    for (int i = 0; i < 25; i++) payout(SALE.of(ringgit(1)).untold());
    until(() -> world.count("tollgate.circuit.breaker.transitions", "state", "open") >= 1);
    world.providerAt("http://127.0.0.1:1");
    var id = payout();
    until(() -> world.outbox.count("later CALL_PROVIDER") > 30);
    assertThat(now(id).state()).isEqualTo(UNSENT);

    answering("yes");
    world.providerAt(world.base());
    until(() -> now(id).state() instanceof Succeeded);
  }

  @Test
  void aNodeThatDiedAfterTheMarkIsFollowedByOneThatSends() {
    answering("yes");
    var id = payout();
    var first = now(id);
    tell(id, new Doubtful("about to be sent"));
    tell(id, new TimeLimitReached());
    assertThat(now(id).state()).isEqualTo(IN_DOUBT);

    leaseEnds(id, first, CALL_PROVIDER, 0);
    begin();

    until(() -> now(id).state() instanceof Succeeded);
    assertThat(arrived).containsExactly("/payout " + Reference.of(id));
  }

  @Test
  void withoutAMarkNothingGoesOut() {
    answering("yes");
    var id = payout();
    leaseEnds(id, now(id), CALL_PROVIDER, 0);
    world.payments.down = true;
    begin();
    until(() -> attempts(id, CALL_PROVIDER) == 1);
    untilIdle();
    assertThat(arrived).isEmpty();

    world.payments.down = false;
    leaseEnds(id, now(id), CALL_PROVIDER, 1);
    until(() -> now(id).state() instanceof Succeeded);
    assertThat(arrived).containsExactly("/payout " + Reference.of(id));
  }

  /** Two who hold the same duty for a moment: the later one lets the other send. */
  @Test
  void whatSomebodyElseHasMarkedIsLeftToHim() {
    answering("yes");
    var id = payout();
    var asItWas = now(id);
    tell(id, new Doubtful("about to be sent"));
    world.withProvider(Quick.PROVIDER);

    world.dispatch.perform(new Duty(asItWas, CALL_PROVIDER, 1, null));

    until(() -> world.count("tollgate.provider.requests", "result", "not_sent") == 1);
    assertThat(arrived).isEmpty();
    assertThat(now(id).state()).isEqualTo(IN_DOUBT);
    assertThat(isDuty(id)).isTrue();
  }

  private boolean isDuty(Payment.Id id) {
    return attempts(id, CALL_PROVIDER) >= 0;
  }
}
