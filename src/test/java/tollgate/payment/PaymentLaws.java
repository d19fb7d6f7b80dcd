package tollgate.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Sales.ANY;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.beneficiary;
import static tollgate.payment.Sales.ringgit;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;
import tollgate.money.Money;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentState.Closed;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.support.Draws;
import tollgate.support.Seeds;
import tollgate.tenant.LateSuccess;

/** The laws: whatever comes, in whatever order and however often. */
class PaymentLaws {

  private static final int HISTORIES = 2000;
  private static final int EVENTS_MAX = 30;

  /** One payment's life: what it answered, one decision an event. */
  private record Life(Payment first, List<PaymentEvent> events, List<Decision> decisions) {

    Payment last() {
      return decisions.isEmpty() ? first : decisions.getLast().payment();
    }

    List<Posting> postings() {
      return steps().stream().flatMap(step -> step.postings().stream()).toList();
    }

    long count(Effect effect) {
      return steps().stream()
          .flatMap(step -> step.effects().stream())
          .filter(e -> e == effect)
          .count();
    }

    private List<Step> steps() {
      return decisions.stream().filter(Step.class::isInstance).map(Step.class::cast).toList();
    }
  }

  @Test
  void theBookAgreesWithThePayment() {
    each(life -> {
      var expected =
          switch (life.last().state()) {
            case Succeeded _ -> List.of(credit(beneficiary(life.last()), agreed(life)));
            case PaidLate late when late.credited() ->
                List.of(
                    credit(suspense(late.paid()), late.paid()),
                    credit(beneficiary(life.last()), agreed(life)));
            case PaidLate late -> List.of(credit(suspense(late.paid()), late.paid()));
            case PaymentState.Open _, Declined _, Failed _ -> List.of();
          };
      assertThat(life.postings().stream().map(p -> credit(p.credit(), p.amount())))
          .isEqualTo(expected);
      for (var posting : life.postings()) {
        assertThat(posting.debit()).isInstanceOfAny(Account.Clearing.class, Account.Suspense.class);
        assertThat(posting.cause().operation()).isEqualTo(life.first().id().operation());
      }
    });
  }

  @Test
  void aCauseIsUsedOnce() {
    each(life -> assertThat(life.postings().stream().map(Posting::cause)).doesNotHaveDuplicates());
  }

  @Test
  void sayingItTwiceChangesNothing() {
    each(life -> {
      for (int i = 0; i < life.events().size(); i++) {
        var event = life.events().get(i);
        var after = life.decisions().get(i).payment();
        assertThat(after.apply(event, AT).payment()).isEqualTo(after);
      }
    });
  }

  @Test
  void whatIsClosedStaysClosedAndOnlyMoneyMayComeAfter() {
    each(life -> {
      var before = life.first();
      for (var decision : life.decisions()) {
        if (before.state() instanceof Closed) assertStays(before, decision.payment());
        before = decision.payment();
      }
    });
  }

  @Test
  void aClosedPaymentIsToldOnceUnlessTheMerchantSwitchedItOff() {
    each(life -> {
      var closes = life.last().isOpen() ? 0 : 1;
      var wanted = life.first().terms().details().webhooks().finalOff() ? 0 : closes;
      assertThat(life.count(Effect.NOTIFY_FINAL)).isEqualTo(wanted);
      assertThat(life.count(Effect.NOTIFY_INTERMEDIATE)).isLessThanOrEqualTo(1);
      assertThat(life.count(Effect.CANCEL_AT_PROVIDER)).isLessThanOrEqualTo(1);
      assertThat(life.count(Effect.CALL_PROVIDER)).isZero();
      var credited = life.last().state() instanceof PaidLate late && late.credited();
      assertThat(life.count(Effect.NOTIFY_LATE)).isEqualTo(credited && wanted == 1 ? 1 : 0);
      assertThat(life.count(Effect.REFUND_LATE)).isLessThanOrEqualTo(1);
    });
  }

  @Test
  void whatIsIgnoredOrRefusedLeavesNoTrace() {
    each(life -> {
      var before = life.first();
      for (var decision : life.decisions()) {
        if (!(decision instanceof Step)) assertThat(decision.payment()).isEqualTo(before);
        before = decision.payment();
      }
    });
  }

  /** Nobody may take money that we do not see: it is in the book, or before a person. */
  @Test
  void moneyThatWasTakenIsNeverIgnored() {
    each(life -> {
      for (int i = 0; i < life.events().size(); i++) {
        if (!(life.events().get(i) instanceof SaleApproved taken)) continue;

        var decision = life.decisions().get(i);
        var seen = decision instanceof Decision.Refused || inBook(life, taken.paid());
        assertThat(seen).as("%s: %s", taken, decision).isTrue();
      }
    });
  }

  private static boolean inBook(Life life, Money paid) {
    return life.postings().stream().anyMatch(posting -> posting.amount().equals(paid));
  }

  private static void assertStays(Payment before, Payment after) {
    assertThat(after.isOpen()).isFalse();
    if (after.state() instanceof PaidLate late && !before.equals(after)) {
      var code =
          switch (before.state()) {
            case Declined declined -> declined.code();
            case Failed failed -> failed.code();
            case PaidLate held when !held.credited() -> held.code();
            case Succeeded _, PaidLate _, PaymentState.Open _ -> null;
          };
      assertThat(late.code()).isEqualTo(code);
      return;
    }
    assertThat(after).isEqualTo(before);
  }

  private interface Law {
    void holdsFor(Life life);
  }

  private static void each(Law law) {
    Seeds.each(HISTORIES, draws -> law.holdsFor(life(draws)));
  }

  private static Life life(Draws draws) {
    var sale = draws.percent(50) ? SALE : SALE.into("000000000018");
    if (draws.percent(20)) sale = sale.untold();
    sale = sale.late(draws.oneOf(LateSuccess.values()));
    var id = new Payment.Id(210, draws.between(1, 99));
    var first = Sale.open(id, sale.of(ringgit(100)).terms(id), ANY, AT).payment();
    var events = draws.listOf(EVENTS_MAX, () -> event(draws));
    var decisions = new ArrayList<Decision>();
    var now = first;
    for (var event : events) {
      var decision = now.apply(event, AT.plusSeconds(decisions.size()));
      decisions.add(decision);
      now = decision.payment();
    }
    return new Life(first, events, decisions);
  }

  /** Ends are drawn seldom, or no history would be long. */
  private static PaymentEvent event(Draws draws) {
    if (draws.percent(15)) {
      return Words.event(
          draws.oneOf("approved 100", "approved 99", "approved 100 IDR", "declined", "limit"));
    }
    if (draws.percent(10)) return Words.event(draws.oneOf("not sent", "broken", "approved 100"));
    if (draws.percent(3)) return Words.event("late credit");

    return Words.event(
        draws.oneOf("redirected", "pending", "doubtful", "returned", "ask due", "ask due again"));
  }

  private static String credit(Account account, Money amount) {
    return account + " " + amount;
  }

  private static Account suspense(Money paid) {
    return new Account.Suspense(210, paid.currency());
  }

  private static Money agreed(Life life) {
    return life.first().terms().amount();
  }
}
