package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.outside.World.PROJECT;
import static tollgate.outside.World.until;
import static tollgate.payment.Effect.REFUND_AT_PROVIDER;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.ringgit;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentState;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Refund;
import tollgate.payment.Sales;
import tollgate.provider.Reference;

class RefundDutiesTest extends MoneyOutGround {

  private static final Sales WISH = SALE.of(ringgit(EARNED)).untold();

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({"refunded, Succeeded, 6000", "no, Declined, 10000"})
  void aClearWordIsKeptAndTheDutyIsDone(String word, String state, long balance) {
    var sale = earned(WISH);
    answering(word);
    begin();
    var refund = refund(sale);

    until(() -> state(sale, refund).getClass().getSimpleName().equals(state));
    assertThat(balance()).isEqualTo(balance);
    assertThat(isDuty(refund)).isFalse();
    assertThat(arrived).containsExactly("/refund " + key(refund));
  }

  @ParameterizedTest
  @CsvSource({"pending", "who knows", "<html>"})
  void undecidedItGoesOutAgainUnderTheSameKey(String word) {
    var sale = earned(WISH);
    answering(word, word, "refunded");
    begin();
    var refund = refund(sale);

    until(() -> state(sale, refund) instanceof Succeeded);
    assertThat(arrived).hasSize(3).containsOnly("/refund " + key(refund));
    assertThat(balance()).isEqualTo(6_000);
  }

  /** To a repeat some say for ever what they said at first. */
  @Test
  void oncePendingUnderAnIdItIsAskedForByThat() {
    var sale = earned(WISH);
    answering("pending R-7", "pending R-7", "refunded");
    begin();
    var refund = refund(sale);

    until(() -> state(sale, refund) instanceof Succeeded);
    assertThat(arrived).containsExactly("/refund " + key(refund), "/asked R-7", "/asked R-7");
  }

  @Test
  void whileNobodyIsThereTheMoneyStaysSetAside() {
    var sale = earned(WISH);
    world.providerAt("http://127.0.0.1:1");
    begin();
    var refund = refund(sale);

    until(() -> world.outbox.count("later REFUND_AT_PROVIDER") >= 3);
    assertThat(state(sale, refund)).isEqualTo(new Processing(false));
    assertThat(balance()).isEqualTo(6_000);
    answering("refunded");
    world.providerAt(world.base());
    until(() -> state(sale, refund) instanceof Succeeded);
  }

  @Test
  void behindAnOpenBreakerItWaits() {
    var sale = earned(WISH);
    answering("who knows");
    begin();
    for (int i = 0; i < 25; i++) refund(sale, 1);
    until(() -> world.count("tollgate.circuit.breaker.transitions", "state", "open") >= 1);

    answering("refunded");
    until(() -> now(sale).refunds().stream().allMatch(Refund::isDone));
    assertThat(balance()).isEqualTo(EARNED - 25);
  }

  @Test
  void ourOwnFaultDecidesNothing() {
    var sale = earned(WISH.through(World.BROKEN));
    begin();
    var refund = refund(sale);

    until(() -> world.outbox.count("later REFUND_AT_PROVIDER") >= 2);
    assertThat(state(sale, refund)).isEqualTo(new Processing(false));
    assertThat(balance()).isEqualTo(6_000);
  }

  @Test
  void aNodeThatDiedIsFollowedByOneThatSends() {
    var sale = earned(WISH);
    answering("refunded");
    var refund = refund(sale);
    leaseEnds(refund, now(sale), REFUND_AT_PROVIDER, 0);
    begin();

    until(() -> state(sale, refund) instanceof Succeeded);
    assertThat(arrived).containsExactly("/refund " + key(refund));
  }

  private Payment.Id refund(Payment.Id sale) {
    return refund(sale, 4_000);
  }

  private Payment.Id refund(Payment.Id sale, long minor) {
    var id = new Payment.Id(PROJECT, await(world.store.ids().next()));
    var wish = new Refund.Wish("req-" + id.operation(), null, "why", null);
    var request = new Refund.Request(id.operation(), ringgit(minor), wish, ZoneOffset.UTC);
    tell(sale, new RefundRequested(request));
    return id;
  }

  private PaymentState state(Payment.Id sale, Payment.Id refund) {
    var found = now(sale).refund(refund.operation());
    return found == null ? new Processing(false) : found.state();
  }

  private boolean isDuty(Payment.Id refund) {
    return attempts(refund, REFUND_AT_PROVIDER) >= 0;
  }

  private static String key(Payment.Id refund) {
    return Reference.of(refund);
  }
}
