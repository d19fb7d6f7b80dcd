package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.TroubledPayments.Trouble.ANSWER_LOST;
import static tollgate.engine.TroubledPayments.Trouble.LOST;
import static tollgate.payment.Effect.CALL_PROVIDER;
import static tollgate.payment.Effect.NOTIFY_FINAL;
import static tollgate.payment.Effect.NOTIFY_INTERMEDIATE;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.PAGE;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;
import static tollgate.payment.Sales.beneficiary;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tollgate.engine.Opening.Accepted;
import tollgate.engine.Opening.PaymentIdUsed;
import tollgate.payment.Decision;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.AskDue;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Sale;
import tollgate.payment.Sales;

/** The engine when the database fails, is raced for, or will not have a row. */
class EngineTroubleTest extends EngineGround {

  @Test
  void aNewPaymentIsAcceptedOnceAnId() {
    var first = SALE.open(newId());
    var again = Sale.open(newId(), first.payment().terms(), Sales.ANY, AT);

    assertThat(engine.open(first).result()).isEqualTo(new Accepted(first.payment()));
    assertThat(engine.open(again).result()).isEqualTo(new PaymentIdUsed());

    assertThat(performed).extracting(Duty::effect).containsExactly(CALL_PROVIDER);
  }

  @Test
  void newPaymentsThatComeTogetherAreOneCommit() {
    payments.hold();
    var answers = IntStream.range(0, 5).mapToObj(_ -> engine.open(SALE.open(newId()))).toList();

    payments.release();

    assertThat(answers).allMatch(answer -> answer.result() instanceof Accepted);
    assertThat(payments.batches).containsExactly(1, 4);
  }

  @Test
  void anOpeningThatWasLostIsTriedOnceMore() {
    payments.troubles.add(LOST);
    var step = SALE.open(newId());

    assertThat(engine.open(step).result()).isEqualTo(new Accepted(step.payment()));
    assertThat(store.allPayments()).hasSize(1);
  }

  @Test
  void anOpeningWhoseAnswerWasLostIsAccepted() {
    payments.troubles.add(ANSWER_LOST);
    var step = SALE.open(newId());

    assertThat(engine.open(step).result()).isEqualTo(new Accepted(step.payment()));
    assertThat(store.allPayments()).hasSize(1);
  }

  @Test
  void aLostAnswerDoesNotMakeSomebodyElsesPaymentOurs() {
    var theirs = opened();
    payments.troubles.add(ANSWER_LOST);
    var ours = Sale.open(newId(), theirs.terms(), Sales.ANY, AT);

    assertThat(engine.open(ours).result()).isEqualTo(new PaymentIdUsed());
  }

  @Test
  void aDatabaseThatIsAwayIsNotWaitedFor() {
    payments.troubles.addAll(List.of(LOST, LOST));
    var sale = opened();
    assertThat(engine.open(SALE.open(newId())).cause()).isInstanceOf(Unavailable.class);

    payments.troubles.addAll(List.of(LOST, LOST));
    assertThat(handle(sale, approved(sale)).cause()).isInstanceOf(Unavailable.class);

    assertThat(now(sale)).isEqualTo(sale);
    assertThat(handle(sale, approved(sale)).succeeded()).isTrue();
  }

  @Test
  void anEventThatWasLostIsAskedOnceMore() {
    var sale = opened();
    payments.troubles.add(LOST);

    assertThat(decision(handle(sale, approved(sale)))).isInstanceOf(Step.class);
    assertThat(now(sale).state()).isEqualTo(new Succeeded());
  }

  @Test
  void anEventWhoseAnswerWasLostIsNotBookedTwice() {
    var sale = opened();
    payments.troubles.add(ANSWER_LOST);

    assertThat(decision(handle(sale, approved(sale)))).isInstanceOf(Ignored.class);
    assertThat(now(sale).state()).isEqualTo(new Succeeded());
    assertThat(balance(beneficiary(sale))).isEqualTo(sale.terms().amount().minor());
    assertThat(store.postings()).hasSize(1);
  }

  /** Whoever finds that the commit was made ends the leases that were born with it. */
  @Test
  void whatALostAnswerHidDoesNotWaitForItsLease() {
    payments.troubles.add(ANSWER_LOST);
    engine.open(SALE.open(newId()));
    assertThat(claimed()).extracting(Duty::effect).containsExactly(CALL_PROVIDER);
    var sale = opened();
    payments.troubles.add(ANSWER_LOST);
    handle(sale, approved(sale));

    var duty = claimed().getFirst();

    assertThat(duty.effect()).isEqualTo(NOTIFY_FINAL);
    assertThat(duty.attempt()).as("who held it from birth is fenced off").isEqualTo(2);
    assertThat(performed).isEmpty();
  }

  @Test
  void whatWasTrulyLostIsPerformedFromMemory() {
    var raced = opened();
    payments.troubles.add(LOST);
    payments.races.add(() -> elsewhere(raced));
    handle(raced, new CustomerRedirected(PAGE, THEIRS));

    assertThat(performed).extracting(Duty::effect).containsExactly(NOTIFY_INTERMEDIATE);
    assertThat(claimed()).isEmpty();
  }

  private List<Duty> claimed() {
    return store.outbox().claim(100).result();
  }

  @Test
  void whoLosesARaceIsAskedAgain() {
    var sale = opened();
    payments.races.add(() -> elsewhere(sale));

    assertThat(decision(handle(sale, approved(sale)))).isInstanceOf(Step.class);

    assertThat(payments.batches).containsExactly(1, 1);
    assertThat(now(sale).asks()).isEqualTo(1);
    assertThat(now(sale).state()).isEqualTo(new Succeeded());
    assertThat(store.postings()).hasSize(1);
  }

  @Test
  void whoLosesEveryRaceMustComeAgain() {
    var sale = opened();
    for (int i = 0; i < ATTEMPTS_MAX; i++) payments.races.add(() -> elsewhere(sale));

    assertThat(handle(sale, approved(sale)).cause()).isInstanceOf(Unavailable.class);

    assertThat(payments.batches).hasSize(ATTEMPTS_MAX);
    assertThat(store.postings()).isEmpty();
    assertThat(performed).isEmpty();
  }

  @Test
  void aRowThatTheDatabaseWillNotHaveStandsAloneInTheEnd() {
    var sales = Stream.generate(this::opened).limit(BATCH_MAX).toList();
    var bad = sales.get(5);
    payments.poison.add(bad.id());
    payments.hold();
    handle(opened(), new Doubtful("x"));
    var answers = sales.stream().map(sale -> handle(sale, approved(sale))).toList();

    payments.release();

    for (int i = 0; i < sales.size(); i++) {
      var isBad = sales.get(i).equals(bad);
      assertThat(answers.get(i).failed()).isEqualTo(isBad);
      assertThat(now(sales.get(i)).isOpen()).isEqualTo(isBad);
    }
    assertThat(answers.get(5).cause()).isInstanceOf(ConstraintBroken.class);
    assertThat(performed).hasSize(BATCH_MAX - 1);
  }

  @Test
  void aNewRowThatTheDatabaseWillNotHaveStandsAloneInTheEnd() {
    var steps = IntStream.range(0, BATCH_MAX).mapToObj(_ -> SALE.open(newId())).toList();
    payments.poison.add(steps.get(2).payment().id());
    payments.hold();
    engine.open(SALE.open(newId()));
    var answers = steps.stream().map(engine::open).toList();

    payments.release();

    assertThat(answers.stream().filter(Future::failed)).hasSize(1);
    assertThat(answers.get(2).cause()).isInstanceOf(ConstraintBroken.class);
    assertThat(store.allPayments()).hasSize(BATCH_MAX);
  }

  @Test
  void whatDoesNotFitIsRefusedAtOnce() {
    var sale = opened();
    payments.hold();
    var answers = new ArrayList<Future<Handled>>();
    for (int i = 0; i < QUEUE_MAX + 3; i++) answers.add(handle(sale, new AskDue(i)));

    assertThat(answers.stream().filter(Future::failed)).hasSize(2);
    assertThat(answers.getLast().cause()).isInstanceOf(Unavailable.class);
    payments.release();

    assertThat(answers.stream().filter(Future::succeeded)).hasSize(QUEUE_MAX + 1);
    assertThat(now(sale).asks()).isEqualTo(QUEUE_MAX + 1);
  }

  private void elsewhere(Payment payment) {
    var read = store.payment(payment.id()).orElseThrow();
    store.payments().save(List.of(ContractGround.change(read, new AskDue(read.payment().asks()))));
  }

  private static Decision decision(Future<Handled> answer) {
    return ((Handled.Decided) answer.result()).decision();
  }
}
