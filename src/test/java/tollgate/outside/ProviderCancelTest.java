package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.outside.World.until;
import static tollgate.payment.Effect.CALL_PROVIDER;
import static tollgate.payment.Sales.SALE;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.engine.News;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.Sales;

class ProviderCancelTest {

  private final World world = new World().withProvider(Quick.PROVIDER).withOutbox(Quick.TICKS);

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest(name = "to a cancel: {0}; asked: {1}; then {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          declined       | pending        | Declined
          approved 10000 | pending        | PaidLate
          who knows      | approved 10000 | PaidLate
          who knows      | declined       | Declined
          """)
  void atTheLimitTheProviderIsToldAndItsLastWordIsKept(String said, String asked, String state) {
    var id = redirected(SALE);
    world.answering(
        request -> request.response().end(request.path().equals("/cancel") ? said : asked));
    await(world.engine.handle(News.of(id, new TimeLimitReached())));

    until(() -> is(id, state));
    until(() -> world.gauge("tollgate.duties.handed.over") == 0);
    assertThat(world.outbox.count("exhausted")).isZero();
    assertThat(world.state(id)).isInstanceOfAny(Declined.class, PaidLate.class);
  }

  @Test
  void aCancelThatNobodyAnswersIsLeftToAPerson() {
    var id = redirected(SALE);
    world.answering("who knows");
    await(world.engine.handle(News.of(id, new TimeLimitReached())));

    until(() -> world.outbox.count("exhausted CANCEL_AT_PROVIDER") == 1);
    assertThat(world.outbox.count("later CANCEL_AT_PROVIDER")).isEqualTo(3);
    assertThat(world.state(id)).isEqualTo(new Declined(Code.AUTO_DECLINE));
  }

  @Test
  void whereNothingCanBeCancelledTheLastQuestionIsAskedUntilSomebodyAnswers() {
    var id = redirected(SALE.through(World.UNCANCELLABLE));
    var questions = new AtomicInteger();
    world.answering(request -> {
      var isHeard = questions.incrementAndGet() > 2;
      request.response().setStatusCode(isHeard ? 200 : 503).end("approved 10000");
    });
    await(world.engine.handle(News.of(id, new TimeLimitReached())));

    until(() -> is(id, "PaidLate"));
    assertThat(world.outbox.count("later CANCEL_AT_PROVIDER")).isEqualTo(2);
  }

  @Test
  void whereNothingCanBeCancelledAnAnswerThatDecidesNothingIsTheLast() {
    var id = redirected(SALE.through(World.UNCANCELLABLE));
    world.answering("pending");
    await(world.engine.handle(News.of(id, new TimeLimitReached())));

    until(() -> world.outbox.count("done CANCEL_AT_PROVIDER") == 1);
    assertThat(world.state(id)).isEqualTo(new Declined(Code.AUTO_DECLINE));
  }

  @Test
  void aCallForAClosedPaymentIsNotMade() {
    world.answering("who knows");
    var id = world.sale(SALE);
    until(() -> world.outbox.count("later CALL_PROVIDER") > 0);
    var paid = new SaleApproved(SALE.amount(), "A-1");
    await(world.engine.handle(News.of(id, paid)));

    until(() -> world.store.duties().stream().noneMatch(left -> left.effect() == CALL_PROVIDER));
  }

  private Payment.Id redirected(Sales sale) {
    world.answering("redirect");
    var id = world.sale(sale);
    until(() -> world.state(id) instanceof AwaitingCustomer);
    return id;
  }

  private boolean is(Payment.Id id, String state) {
    return world.state(id).getClass().getSimpleName().equals(state);
  }
}
