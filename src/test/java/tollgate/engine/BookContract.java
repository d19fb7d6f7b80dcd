package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tollgate.payment.Sales.PAGE;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;

import java.util.List;
import org.junit.jupiter.api.Test;
import tollgate.ledger.Account;
import tollgate.payment.Code;
import tollgate.payment.Effect;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.Sales;

/** What {@link Payments} promises about races and money, whatever keeps them. */
public abstract class BookContract extends ContractGround {

  @Test
  void whoReadItEarlierLosesTheRace() {
    var read = opened(SALE);
    var winner = change(read, approved(read));
    var loser = change(read, new SaleDeclined(Code.PROVIDER_DECLINE, ""));
    var bystander = opened(SALE);

    assertThat(save(winner)).containsExactly(read.payment().id());
    assertThat(save(loser, change(bystander, new Doubtful("x"))))
        .containsExactly(bystander.payment().id());

    assertThat(loaded(read.payment().id()).payment()).isEqualTo(winner.after());
    assertThat(merchantsBalance()).isEqualTo(10000);
  }

  @Test
  void whoLosesTheRaceLeavesNothingBehind() {
    var sale = opened(SALE);
    save(change(sale, new CustomerRedirected(PAGE, THEIRS)));
    store.advance(store.lease());
    var call = claimed().getFirst();

    var lost = change(sale, approved(sale), List.of(call));

    assertThat(save(lost)).isEmpty();
    assertThat(merchantsBalance()).isZero();
    store.advance(store.lease());
    assertThat(claimed())
        .extracting(Duty::effect)
        .contains(call.effect())
        .doesNotContain(Effect.NOTIFY_FINAL);
  }

  @Test
  void aCauseMovesMoneyOnce() {
    var sale = opened(SALE);
    var paid = change(sale, approved(sale));
    save(paid);
    var now = loaded(sale.payment().id());

    assertThatThrownBy(() -> save(again(now, paid)))
        .isInstanceOf(StoreUnderTest.Failed.class)
        .cause()
        .isNotInstanceOf(Unavailable.class);

    assertThat(merchantsBalance()).isEqualTo(10000);
    assertThat(loaded(sale.payment().id())).isEqualTo(now);
  }

  @Test
  void oneBadRowStopsItsWholeBatch() {
    var bad = opened(SALE);
    var paid = change(bad, approved(bad));
    save(paid);
    var now = loaded(bad.payment().id());
    var good = opened(SALE);

    assertThatThrownBy(() -> save(change(good, new Doubtful("x")), again(now, paid)))
        .isInstanceOf(StoreUnderTest.Failed.class);

    assertThat(loaded(good.payment().id())).isEqualTo(good);
    assertThat(loaded(bad.payment().id())).isEqualTo(now);
  }

  @Test
  void aBalanceNeverWrapsAround() {
    var most = SALE.of(Sales.ringgit(Long.MAX_VALUE));
    var first = opened(most);
    save(change(first, approved(first)));
    var second = opened(most);

    assertThatThrownBy(() -> save(change(second, approved(second))))
        .isInstanceOf(StoreUnderTest.Failed.class)
        .cause()
        .isNotInstanceOf(Unavailable.class);

    assertThat(merchantsBalance()).isEqualTo(Long.MAX_VALUE);
    assertThat(loaded(second.payment().id())).isEqualTo(second);
  }

  @Test
  void norDoesItWithinABatch() {
    var most = SALE.of(Sales.ringgit(Long.MAX_VALUE));
    var first = opened(most);
    var second = opened(most);

    assertThatThrownBy(() -> save(change(first, approved(first)), change(second, approved(second))))
        .isInstanceOf(StoreUnderTest.Failed.class)
        .cause()
        .isNotInstanceOf(Unavailable.class);

    assertThat(merchantsBalance()).isZero();
  }

  /** Balance of this account of the test's project as it is kept, in minor units. */
  protected abstract long balance(Account account);

  /** The same money again, by a change whose version is right. */
  private static Change again(Stored now, Change paid) {
    return new Change(
        now, now.payment(), paid.postings(), List.of(), List.of(), List.of(), List.of());
  }

  private long merchantsBalance() {
    return balance(new Account.Merchant(project, SALE.amount().currency()));
  }
}
