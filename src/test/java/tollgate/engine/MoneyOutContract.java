package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Effect.NOTIFY_FINAL;
import static tollgate.payment.Effect.REFUND_AT_PROVIDER;
import static tollgate.payment.Sales.THEIRS;
import static tollgate.payment.Sales.ringgit;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tollgate.payment.Code;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.AskDue;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.PayoutApproved;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Payout;
import tollgate.payment.Sale;

/** Money that leaves: payouts, refunds and spending, by two engines on one store. */
public abstract class MoneyOutContract extends OnceOnlyContract {

  private static final int AT_ONCE = 64;

  @Test
  void aPayoutIsReservedThenSettled() {
    earned(10000);
    var payout = payout(6000);

    assertThat(balance(merchant())).isEqualTo(4000);
    handle(payout, new Doubtful("sent"));
    handle(payout, new PayoutApproved(THEIRS));

    assertThat(balance(merchant())).isEqualTo(4000);
    var now = loaded(payout.id()).payment();
    assertThat(now).isInstanceOf(Payout.class);
    assertThat(now.state()).isEqualTo(new Succeeded());
    assertThat(now.providersId()).isEqualTo(THEIRS);
    assertThat(now.terms()).isEqualTo(payout.terms());
  }

  @Test
  void aDeclinedPayoutComesBack() {
    earned(10000);
    var payout = payout(6000);

    handle(payout, new PayoutDeclined(Code.WRONG_ACCOUNT_DATA, ""));

    assertThat(balance(merchant())).isEqualTo(10000);
  }

  @Test
  void whatIsShortIsDeclinedAndTold() {
    earned(5999);
    var payout = payout(6000);

    assertThat(payout.state()).isEqualTo(new Declined(Code.MERCHANT_BALANCE_SHORT));
    store.advance(store.lease());
    assertThat(claimed())
        .filteredOn(duty -> duty.payment().id().equals(payout.id()))
        .extracting(Duty::effect)
        .containsExactly(NOTIFY_FINAL);
  }

  @Test
  void aPayoutThatMayHaveGoneOutOutlivesItsLimit() {
    earned(10000);
    var unsent = payout(1000);
    var sent = payout(1000);
    handle(sent, new Doubtful("sent"));
    store.advance(Duration.ofMinutes(10));

    assertThat(due()).contains(new Timers.Due(unsent.id(), 0, true));
    assertThat(due()).contains(new Timers.Due(sent.id(), 0, false));
    assertThat(loaded(unsent.id()).overdue()).isTrue();
    assertThat(loaded(sent.id()).overdue()).isFalse();
    handle(sent, new AskDue(0));
    assertThat(due()).extracting(Timers.Due::payment).doesNotContain(sent.id());
    assertThat(loaded(sent.id()).payment().state()).isEqualTo(new Processing(true));
  }

  @Test
  void ofManySpendsOfTheWholeBalanceOneWins() {
    for (int round = 0; round < 3; round++) {
      toppedUp(10000);
      var spends =
          IntStream.range(0, AT_ONCE)
              .mapToObj(i -> spend(i % 2 == 0 ? one : other, 10000))
              .toList();
      await(Future.join(spends));

      var won = spends.stream().filter(s -> payment(s).state() instanceof Succeeded).count();
      assertThat(won).isEqualTo(1);
      assertThat(balance(wallet())).isZero();
    }
    assertThat(balance(merchant())).isEqualTo(30000);
  }

  @Test
  void ofManyPayoutsAsManyGoAsThereIsMoneyFor() {
    earned(10000);
    var payouts =
        IntStream.range(0, AT_ONCE)
            .mapToObj(i -> (i % 2 == 0 ? one : other).open(payoutOf(999)))
            .toList();
    await(Future.join(payouts));

    var went = payouts.stream().filter(p -> payment(p).isOpen()).count();
    assertThat(went).isEqualTo(10);
    assertThat(balance(merchant())).isEqualTo(10000 - 9990);
  }

  @Test
  void ofManyRefundsAsManyGoAsWasPaid() {
    earned(50000);
    var sale = earned(10000);
    var asked =
        IntStream.range(0, AT_ONCE)
            .mapToObj(i -> (i % 2 == 0 ? one : other).handle(wanted(sale, refund(3000))))
            .toList();
    await(Future.join(asked));

    var went = asked.stream().filter(a -> !(decided(a) instanceof Denied)).count();
    assertThat(went).isEqualTo(3);
    assertThat(loaded(sale.id()).payment().refunds()).hasSize(3);
    assertThat(balance(merchant())).isEqualTo(60000 - 9000);
  }

  @Test
  void aRefundIsKeptWholeWithItsSale() {
    var sale = earned(10000);
    var request = refund(4000);
    handle(sale, new RefundRequested(request));
    handle(sale, new RefundApproved(request.operation(), "R-1"));

    var now = (Sale) loaded(sale.id()).payment();
    var kept = now.refunds().getFirst();
    assertThat(kept.wish()).isEqualTo(request.wish());
    assertThat(kept.amount()).isEqualTo(ringgit(4000));
    assertThat(kept.state()).isEqualTo(new Succeeded());
    assertThat(kept.providersId()).isEqualTo("R-1");
    assertThat(now.left()).isEqualTo(ringgit(6000));
    assertThat(found(sale)).isEqualTo(now);
    var ofRefund = await(store.payments().ofRefund(new Payment.Id(project, request.operation())));
    assertThat(ofRefund.map(Stored::payment)).contains(now);
    assertThat(await(store.payments().ofRefund(sale.id()))).isEmpty();
    assertThat(balance(merchant())).isEqualTo(6000);
  }

  @Test
  void aRefusedRefundComesBack() {
    toppedUp(10000);
    var sale = toppedUp(5000);
    var request = refund(5000);
    handle(sale, new RefundRequested(request));
    assertThat(balance(wallet())).isEqualTo(10000);

    handle(sale, new RefundDeclined(request.operation(), Code.ACQUIRER_BALANCE_SHORT));

    assertThat(balance(wallet())).isEqualTo(15000);
    assertThat(((Sale) loaded(sale.id()).payment()).left()).isEqualTo(ringgit(5000));
  }

  @Test
  void whatTheCustomerHasSpentIsNotRefunded() {
    var sale = toppedUp(5000);
    await(spend(one, 1));

    var answer = one.handle(wanted(sale, refund(5000)));
    await(answer);

    assertThat(decided(answer)).isInstanceOf(Denied.class);
    assertThat(((Denied) decided(answer)).code()).isEqualTo(Code.STATUS_DOES_NOT_ALLOW);
    assertThat(balance(wallet())).isEqualTo(4999);
    assertThat(loaded(sale.id()).payment().refunds()).isEmpty();
  }

  @Test
  void theDutiesOfARefundAreItsOwn() {
    var sale = earned(10000);
    var request = refund(4000);
    handle(sale, new RefundRequested(request));
    store.advance(store.lease());

    var duty =
        claimed().stream().filter(d -> d.effect() == REFUND_AT_PROVIDER).findFirst().orElseThrow();

    assertThat(duty.operation()).isEqualTo(new Payment.Id(project, request.operation()));
    assertThat(duty.payment()).isEqualTo(loaded(sale.id()).payment());
    await(one.handle(News.after(duty, new RefundApproved(request.operation(), "R-1"))));
    store.advance(store.lease());
    assertThat(claimed())
        .filteredOn(d -> d.operation().operation() == request.operation())
        .extracting(Duty::effect)
        .containsExactly(NOTIFY_FINAL);
  }

  @Test
  void bothSidesOfAWalletAreInItsHistory() {
    toppedUp(10000);
    var spent = payment(spend(one, 2500));
    var request = refund(500);
    handle(spent, new RefundRequested(request));

    var page = new Wallets.Page(project, WALLET, "MYR", Long.MAX_VALUE, 10);
    var entries = await(store.wallets().history(page));

    assertThat(entries).extracting(Wallets.Entry::id).containsExactly(3L, 2L, 1L);
    assertThat(entries)
        .extracting(e -> e.amount().minor() + " → " + e.balanceAfter().minor())
        .containsExactly("500 → 8000", "-2500 → 7500", "10000 → 10000");
    assertThat(entries.get(0).paymentId()).isEqualTo(spent.terms().paymentId());
    assertThat(entries.get(0).operation()).isEqualTo(request.operation());
    var receipt = await(store.wallets().receipt(project, WALLET, spent.terms().paymentId()));
    assertThat(receipt).contains(entries.get(1));
  }

  @Test
  void nobodySpendsWhatSomebodyElseHasSpent() {
    earned(5000);
    var proposal = (Funded) payoutOf(5000);
    var step = opening(proposal.step());
    payout(5000);

    assertThatThrownBy(() -> await(store.payments().add(List.of(step))))
        .isInstanceOf(StoreUnderTest.Failed.class)
        .hasCauseInstanceOf(Overdrawn.class);

    assertThat(balance(merchant())).isZero();
    assertThat(await(store.payments().load(List.of(proposal.payment().id())))).isEmpty();
  }
}
