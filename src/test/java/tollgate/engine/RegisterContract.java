package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;
import static tollgate.payment.Sales.ringgit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tollgate.data.Completed;
import tollgate.data.Completed.Charge;
import tollgate.data.OperationType;
import tollgate.data.Scope;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.tenant.Bearer;

/** What has ended stands in the register once, from the commit that ended it on. */
public abstract class RegisterContract extends MoneyOutGround {

  @Test
  void onlyWhatHasEndedIsThere() {
    var open = opened(SALE);
    handle(open.payment(), new SalePending(THEIRS));
    assertThat(newest()).isEmpty();

    var sale = earned(10000);
    var payout = payout(6000);
    handle(payout, new PayoutDeclined(Code.WRONG_ACCOUNT_DATA, ""));
    var unpaid = payout(1_000_000);

    assertThat(newest())
        .extracting(each -> each.id().operation())
        .containsExactly(unpaid.id().operation(), payout.id().operation(), sale.id().operation());
    assertThat(newest())
        .extracting(Completed::type)
        .containsExactly(OperationType.PAYOUT, OperationType.PAYOUT, OperationType.SALE);
    assertThat(newest().getLast().payment()).isEqualTo(found(sale));
  }

  @Test
  void aRefundIsAnOperationOfItsOwn() {
    var sale = earned(10000);
    var some = refund(3000);
    var none = refund(1000);
    await(one.handle(News.of(sale.id(), new RefundRequested(some))));
    await(one.handle(News.of(sale.id(), new RefundRequested(none))));
    assertThat(newest()).hasSize(1);
    handle(sale, new RefundApproved(some.operation(), THEIRS));
    handle(sale, new RefundDeclined(none.operation(), Code.PROVIDER_DECLINE));

    var all = await(store.register().ofPayment(project, sale.terms().paymentId()));

    assertThat(all)
        .extracting(each -> each.id().operation())
        .containsExactly(sale.id().operation(), some.operation(), none.operation());
    assertThat(newest()).containsExactlyInAnyOrderElementsOf(all);
    assertThat(all).extracting(Completed::amount).contains(ringgit(3000), ringgit(1000));
    assertThat(newest(OperationType.REFUND)).hasSize(2);
    assertThat(newest(OperationType.REVERSAL)).isEmpty();
  }

  @Test
  void whatIsPaidLateEndedWhenItWasDeclined() {
    var sale = opened(SALE);
    var declined = ended(sale, new SaleDeclined(Code.PROVIDER_DECLINE, ""), 1);
    ended(declined, new SaleApproved(SALE.amount(), THEIRS), 60);

    assertThat(newest()).extracting(Completed::at).containsExactly(AT.plusSeconds(1));
    assertThat(await(store.register().ofPayment(project, sale.payment().terms().paymentId())))
        .isEqualTo(newest());
  }

  @Test
  void pagesAreHalfOpenAndInOneOrder() {
    for (int second = 0; second < 5; second++) {
      ended(opened(SALE), new SaleApproved(SALE.amount(), THEIRS), second);
      ended(opened(SALE), new SaleDeclined(Code.PROVIDER_DECLINE, ""), second);
    }
    var scope = scope(null, AT.plusSeconds(1), AT.plusSeconds(4));
    var all = await(store.register().newest(scope, 0, 100));

    assertThat(all).hasSize(6).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
    assertThat(all).doesNotHaveDuplicates();
    assertThat(await(store.register().newest(scope, 2, 3))).isEqualTo(all.subList(2, 5));
    assertThat(await(store.register().newest(scope, 6, 3))).isEmpty();
    assertThat(read(scope, 4)).isEqualTo(all.reversed());
  }

  @Test
  void ofManyProjectsItIsOneOrder() {
    var first = project;
    ended(opened(SALE), new SaleApproved(SALE.amount(), THEIRS), 1);
    ended(opened(SALE), new SaleApproved(SALE.amount(), THEIRS), 3);
    project = store.newProject();
    ended(opened(SALE), new SaleApproved(SALE.amount(), THEIRS), 2);
    var both = List.of(project, first, store.newProject());
    var scope = new Scope(both, null, Scope.BEGINNING, Scope.END);

    assertThat(await(store.register().newest(scope, 0, 100)))
        .extracting(each -> each.id().project())
        .containsExactly(first, project, first);
    assertThat(read(scope, 1))
        .extracting(Completed::at)
        .containsExactly(AT.plusSeconds(1), AT.plusSeconds(2), AT.plusSeconds(3));
  }

  @Test
  void moneyThatMovedIsToldOfTheBook() {
    earned(10000);
    payout(60_000);
    var spent = toppedUp(500);

    var charged = await(store.register().charged(newest()));

    assertThat(charged).hasSize(3);
    assertThat(charged.get(0).charge()).isEqualTo(new Charge(ringgit(0), 500));
    assertThat(charged.get(0).id()).isEqualTo(spent.id());
    assertThat(charged.get(1).charge()).isNull();
    assertThat(charged.get(2).charge()).isEqualTo(new Charge(ringgit(0), 10000));
    assertThat(await(store.register().balances(List.of(project))))
        .containsExactly(new Register.Balance(project, ringgit(10000)));
  }

  @Test
  void whatItCostIsWhatWentToTheFees() {
    paid(SALE.of(ringgit(10000)).costing(Bearer.RECEIVER, "2", 0));
    paid(SALE.of(ringgit(10000)).costing(Bearer.PAYER, "2", 0));
    var owing = SALE.of(ringgit(10000)).into(WALLET).costing(Bearer.COMPANY, "2", 0);
    paid(owing);
    var abroad = opened(SALE.of(ringgit(10000)).chargedIn("IDR", "3551.5", 100)).payment();
    handle(abroad, new SaleApproved(Money.of(35515000, "IDR"), THEIRS));

    var charged = await(store.register().charged(newest())).reversed();

    assertThat(charged)
        .extracting(Completed::charge)
        .containsExactly(
            new Charge(ringgit(200), 9800),
            new Charge(ringgit(200), 10000),
            new Charge(ringgit(200), 9800),
            new Charge(ringgit(0), 10000));
  }

  @Test
  void whatLostItsRaceLeavesNothing() {
    var sale = opened(SALE);
    var won = change(sale, approved(sale));
    var lost = change(sale, new SaleDeclined(Code.PROVIDER_DECLINE, ""));

    save(won);
    save(lost);

    assertThat(newest()).hasSize(1);
  }

  private List<Completed> newest() {
    return newest(null);
  }

  private List<Completed> newest(@Nullable OperationType type) {
    return await(store.register().newest(scope(type, Scope.BEGINNING, Scope.END), 0, 100));
  }

  private Scope scope(@Nullable OperationType type, Instant from, Instant to) {
    return new Scope(List.of(project), type, from, to);
  }

  private List<Completed> read(Scope scope, int rowsMax) {
    var all = new ArrayList<Completed>();
    var place = scope.beginning();
    while (true) {
      var page = await(store.register().after(scope, place, rowsMax));
      if (page.isEmpty()) return all;
      all.addAll(page);
      place = Scope.Place.of(page.getLast());
    }
  }

  /** So many seconds after the beginning of time. */
  private Stored ended(Stored sale, PaymentEvent event, int second) {
    var step = (Step) sale.payment().apply(event, AT.plusSeconds(second));
    save(ROOMY.change(sale, List.of(step), List.of(), List.of()));
    return loaded(new Payment.Id(project, sale.payment().id().operation()));
  }
}
