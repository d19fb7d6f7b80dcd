package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.outside.World.PROJECT;
import static tollgate.outside.World.until;
import static tollgate.payment.Effect.REFUND_AT_PROVIDER;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.ringgit;

import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.RefundDispatched;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Refund;
import tollgate.provider.Reference;

/** A provider that would give the money back as often as it is told to is told once. */
class OnceOnlyDutiesTest extends MoneyOutGround {

  private Payment.Id sale;

  @BeforeEach
  void sell() {
    sale = earned(SALE.of(ringgit(EARNED)).untold());
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({"refunded, Succeeded, 6000", "no, Declined, 10000"})
  void aClearWordIsKeptAndTheDutyIsDone(String word, String state, long balance) {
    answering("ticket T-1", word);
    begin();
    var refund = refund();

    until(() -> is(refund).state().getClass().getSimpleName().equals(state));
    assertThat(balance()).isEqualTo(balance);
    assertThat(attempts(refund, REFUND_AT_PROVIDER)).isEqualTo(-1);
    assertThat(arrived).containsExactly("/ticket " + reference(), "/refund T-1");
  }

  @Test
  void whatComesFirstIsAskedForUntilItIsGiven() {
    answering("who knows", "<html>", "ticket T-1", "refunded");
    begin();
    var refund = refund();

    until(() -> is(refund).state() instanceof Succeeded);
    assertThat(arrived).hasSize(4).last().isEqualTo("/refund T-1");
  }

  @Test
  void aNoToWhatComesFirstEndsItUnsent() {
    answering("no");
    begin();
    var refund = refund();

    until(() -> !is(refund).isInFlight());
    assertThat(arrived).containsExactly("/ticket " + reference());
    assertThat(balance()).isEqualTo(EARNED);
  }

  @Test
  void whatIsPendingIsAskedForByItsId() {
    answering("ticket T-1", "pending R-7", "pending R-7", "who knows", "refunded");
    begin();
    var refund = refund();

    until(() -> is(refund).state() instanceof Succeeded);
    assertThat(arrived)
        .containsExactly(
            "/ticket " + reference(), "/refund T-1", "/asked R-7", "/asked R-7", "/asked R-7");
  }

  @ParameterizedTest
  @CsvSource({"who knows", "<html>", "DROP"})
  void whenTheReplyIsLostAndNobodyCanBeAskedItWaitsForAPerson(String word) {
    var ground = new String[] {"ticket T-1", word};
    world.answering(request -> {
      arrived.add(request.path());
      if (request.path().equals("/ticket")) request.response().end(ground[0]);
      else if (word.equals("DROP")) request.connection().close();
      else request.response().end(ground[1]);
    });
    begin();
    var refund = refund();

    until(() -> world.outbox.count("exhausted REFUND_AT_PROVIDER") == 1);
    assertThat(arrived).containsExactly("/ticket", "/refund");
    assertThat(is(refund).state()).isEqualTo(new Processing(true));
    assertThat(attempts(refund, REFUND_AT_PROVIDER)).isPositive();
    assertThat(balance()).isEqualTo(6_000);
  }

  @Test
  void aNodeThatDiedAfterTheMarkIsFollowedByOneThatDoesNotSend() {
    answering("ticket T-1", "refunded");
    var refund = refund();
    tell(sale, new RefundDispatched(refund.operation()));
    leaseEnds(refund, now(sale), REFUND_AT_PROVIDER, 0);
    begin();

    until(() -> world.outbox.count("exhausted REFUND_AT_PROVIDER") == 1);
    assertThat(arrived).isEmpty();
  }

  @Test
  void whileNobodyIsThereNothingIsMarked() {
    world.providerAt("http://127.0.0.1:1");
    begin();
    var refund = refund();

    until(() -> world.outbox.count("later REFUND_AT_PROVIDER") >= 3);
    assertThat(is(refund).state()).isEqualTo(new Processing(false));
    answering("ticket T-1", "refunded");
    world.providerAt(world.base());
    until(() -> is(refund).state() instanceof Succeeded);
  }

  @Override
  AcmePay acme() {
    return new AcmePay(new AcmeOnce());
  }

  private Payment.Id refund() {
    var id = new Payment.Id(PROJECT, await(world.store.ids().next()));
    var wish = new Refund.Wish("req-" + id.operation(), null, "why", null);
    var request = new Refund.Request(id.operation(), ringgit(4_000), wish, ZoneOffset.UTC);
    tell(sale, new RefundRequested(request));
    return id;
  }

  private Refund is(Payment.Id refund) {
    return Objects.requireNonNull(now(sale).refund(refund.operation()));
  }

  private String reference() {
    return Reference.of(sale);
  }
}
