package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Effect.ASK_PROVIDER;
import static tollgate.payment.Effect.CALL_PROVIDER;
import static tollgate.payment.Effect.CANCEL_AT_PROVIDER;
import static tollgate.payment.Effect.NOTIFY_FINAL;
import static tollgate.payment.Effect.NOTIFY_INTERMEDIATE;
import static tollgate.payment.Sales.GATEWAY;
import static tollgate.payment.Sales.PAGE;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;
import static tollgate.payment.Sales.beneficiary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tollgate.engine.Handled.Decided;
import tollgate.engine.Handled.UnknownPayment;
import tollgate.payment.Code;
import tollgate.payment.Decision;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.AskDue;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.CustomerReturned;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Sales;

class EngineTest extends EngineGround {

  @Test
  void whatComesWhileACommitIsInFlightIsTheNextCommit() {
    var sales = Stream.generate(this::opened).limit(6).toList();
    payments.hold();
    var answers = sales.stream().map(sale -> handle(sale, approved(sale))).toList();
    assertThat(answers).noneMatch(answer -> answer.isComplete());
    assertThat(engine.waiting()).isEqualTo(5);

    payments.release();

    assertThat(payments.batches).containsExactly(1, 5);
    assertThat(answers).allMatch(answer -> answer.succeeded());
    assertThat(engine.isIdle()).isTrue();
  }

  @Test
  void allNewsOfOnePaymentIsOneChangeInTheOrderOfArrival() {
    var sale = opened();
    var other = opened();
    payments.hold();
    handle(other, new Doubtful("x"));
    var redirected = handle(sale, new CustomerRedirected(PAGE, THEIRS));
    var returned = handle(sale, new CustomerReturned());
    var again = handle(sale, new CustomerReturned());
    payments.release();

    assertThat(decision(redirected.result())).isInstanceOf(Step.class);
    assertThat(decision(returned.result())).isInstanceOf(Step.class);
    assertThat(decision(again.result())).isInstanceOf(Ignored.class);
    assertThat(payments.batches).containsExactly(1, 1);
    assertThat(performed)
        .extracting(Duty::effect)
        .containsExactly(NOTIFY_INTERMEDIATE, ASK_PROVIDER);
  }

  /**
   * Found by the simulation, seed 1: the notice of a redirect was written from a closed payment.
   */
  @Test
  void nobodyIsSentToAPaymentThatEndsInTheSameCommit() {
    var sale = opened();
    payments.hold();
    handle(opened(), new Doubtful("x"));
    handle(sale, new CustomerRedirected(PAGE, THEIRS));
    handle(sale, approved(sale));
    payments.release();

    assertThat(now(sale).state()).isEqualTo(new Succeeded());
    assertThat(performed).extracting(Duty::effect).containsExactly(NOTIFY_FINAL);
    assertThat(store.webhook(sale.id(), NOTIFY_INTERMEDIATE)).isEmpty();
    assertThat(store.webhook(sale.id(), NOTIFY_FINAL)).isPresent();
  }

  @Test
  void whatNobodyHasRoomForIsLeftInTheOutbox() {
    var crowded = new Crowded(new ArrayList<>());
    var engine = engine(crowded);
    var sale = opened();

    engine.handle(News.of(sale.id(), approved(sale)));
    var other = opened();
    engine.handle(News.of(other.id(), new CustomerRedirected(PAGE, THEIRS)));
    engine.handle(News.of(other.id(), new CustomerReturned()));

    assertThat(now(sale).state()).isEqualTo(new Succeeded());
    assertThat(crowded.performed())
        .as("a question is kept nowhere")
        .extracting(Duty::effect)
        .containsExactly(ASK_PROVIDER);
    clock.advance(Duration.ofSeconds(10));
    assertThat(store.outbox().claim(100).result())
        .extracting(Duty::effect)
        .containsOnlyOnce(NOTIFY_FINAL);
  }

  @Test
  void aGatewaySpeaksOnlyOfItsOwnPayments() {
    var sale = opened();
    var stranger = new News.Source(GATEWAY + 1, "{}");
    var own = new News.Source(GATEWAY, "{}");

    assertThat(engine.handle(News.from(stranger, sale.id(), approved(sale))).result())
        .isEqualTo(new UnknownPayment());
    assertThat(engine.handle(News.from(own, newId(), approved(sale))).result())
        .isEqualTo(new UnknownPayment());
    assertThat(now(sale).isOpen()).isTrue();

    engine.handle(News.from(own, sale.id(), approved(sale)));

    assertThat(now(sale).state()).isEqualTo(new Succeeded());
    assertThat(store.journal().getLast().change().sources()).containsExactly(own);
  }

  @Test
  void pastItsLimitItIsDeclinedFirstAndTheMoneyIsLate() {
    var sale = opened(SALE.within(60, 600));
    clock.advance(Duration.ofMinutes(10));

    var answer = handle(sale, approved(sale)).result();

    assertThat(decision(answer)).isInstanceOf(Step.class);
    assertThat(now(sale).state()).isEqualTo(new PaidLate(Code.AUTO_DECLINE, sale.terms().amount()));
    assertThat(performed)
        .extracting(Duty::effect)
        .containsExactly(CANCEL_AT_PROVIDER, NOTIFY_FINAL);
    assertThat(store.postings()).hasSize(1);
    assertThat(balance(beneficiary(sale))).isZero();
  }

  @Test
  void pastItsLimitAnythingDeclinesIt() {
    var sale = opened(SALE.within(60, 600));
    clock.advance(Duration.ofMinutes(10));

    assertThat(decision(handle(sale, new AskDue(0)).result())).isInstanceOf(Ignored.class);

    assertThat(now(sale).state()).isEqualTo(new Declined(Code.AUTO_DECLINE));
  }

  @Test
  void aFulfilledDutyLeavesInTheSameCommit() {
    var sale = opened();
    var call = new Duty(sale, CALL_PROVIDER, 1, null);

    engine.handle(News.after(call, new CustomerRedirected(PAGE, THEIRS)));

    assertThat(store.journal().getLast().change().done()).containsExactly(call);
    assertThat(store.duties())
        .extracting(MemoryStore.DutyLeft::effect)
        .containsExactly(NOTIFY_INTERMEDIATE);
  }

  @Test
  void aFulfilledDutyLeavesEvenWhenItBroughtNothingNew() {
    var sale = opened();
    handle(sale, new CustomerRedirected(PAGE, THEIRS));
    var call = new Duty(sale, CALL_PROVIDER, 1, null);

    var answer = engine.handle(News.after(call, new CustomerRedirected(PAGE, THEIRS))).result();

    assertThat(decision(answer)).isInstanceOf(Ignored.class);
    assertThat(store.duties())
        .extracting(MemoryStore.DutyLeft::effect)
        .containsExactly(NOTIFY_INTERMEDIATE);
  }

  @Test
  void whatIsRefusedIsKeptForAPerson() {
    var sale = opened();
    var less = new SaleApproved(Sales.ringgit(1), THEIRS);

    assertThat(decision(handle(sale, less).result())).isInstanceOf(Refused.class);

    assertThat(store.contradictions())
        .singleElement()
        .satisfies(kept -> assertThat(kept.payment()).isEqualTo(sale.id()))
        .satisfies(kept -> assertThat(kept.said()).contains("0.01 MYR"));
    assertThat(now(sale)).isEqualTo(sale);
  }

  /** What was read too early refused nothing: only the last reading counts. */
  @Test
  void aRefusalThatLostItsRaceIsNoContradiction() {
    var sale = opened();
    var other = opened();
    var less = new SaleApproved(Sales.ringgit(1), THEIRS);
    payments.hold();
    handle(other, new Doubtful("x"));
    handle(sale, new Doubtful("x"));
    handle(sale, less);
    payments.races.add(() -> {});
    payments.races.add(() -> elsewhere(sale, new SaleDeclined(Code.PROVIDER_DECLINE, "")));
    payments.release();

    assertThat(now(sale).state()).isEqualTo(new PaidLate(Code.PROVIDER_DECLINE, Sales.ringgit(1)));
    assertThat(store.contradictions()).isEmpty();
  }

  @Test
  void effectsArePerformedFromMemoryButNotBeforeTheMerchantWantsThem() {
    var prompt = opened();
    var patient = opened(SALE.toldAfter(60));

    handle(prompt, approved(prompt));
    handle(patient, approved(patient));

    assertThat(performed)
        .singleElement()
        .satisfies(duty -> {
          assertThat(duty.payment().id()).isEqualTo(prompt.id());
          assertThat(duty.attempt()).isEqualTo(1);
          assertThat(duty.webhook()).isNotNull();
        });
  }

  private void elsewhere(Payment payment, SaleDeclined event) {
    var read = store.payment(payment.id()).orElseThrow();
    store.payments().save(List.of(ContractGround.change(read, event)));
  }

  private static Decision decision(Handled handled) {
    return ((Decided) handled).decision();
  }
}
