package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.ringgit;

import java.util.List;
import org.junit.jupiter.api.Test;
import tollgate.engine.Wallets.Entry;
import tollgate.engine.Wallets.Page;
import tollgate.engine.Wallets.Wallet;
import tollgate.ledger.WalletNumber;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.SaleDeclined;

/** What {@link Wallets} promises, whatever keeps them. */
public abstract class WalletsContract extends ContractGround {

  private static final long NEWEST = Long.MAX_VALUE;

  @Test
  void aCustomerHasOneWallet() {
    var first = opened("ann");
    var again = opened("ann");
    var other = opened("bob");

    assertThat(again).isEqualTo(first);
    assertThat(other.number()).isNotEqualTo(first.number());
    assertThat(first.project()).isEqualTo(project);
    assertThat(first.customer()).isEqualTo("ann");
    assertThat(WalletNumber.isValid(first.number())).isTrue();
  }

  @Test
  void theSameCustomerOfAnotherProjectIsAnother() {
    var here = opened("ann");
    var elsewhere = store.newProject();

    var there = await(store.wallets().open(elsewhere, "ann"));

    assertThat(there.project()).isEqualTo(elsewhere);
    assertThat(await(store.wallets().find(elsewhere, here.number())))
        .satisfiesAnyOf(
            found -> assertThat(found).isEmpty(),
            found -> assertThat(found.orElseThrow().project()).isEqualTo(elsewhere));
  }

  @Test
  void itIsFoundByNumberAndByCustomer() {
    var wallet = opened("ann");

    assertThat(await(store.wallets().find(project, wallet.number()))).contains(wallet);
    assertThat(await(store.wallets().findByCustomer(project, "ann"))).contains(wallet);
    assertThat(await(store.wallets().find(project, "999999999999"))).isEmpty();
    assertThat(await(store.wallets().findByCustomer(project, "nobody"))).isEmpty();
  }

  @Test
  void aNewWalletIsEmpty() {
    var number = opened("ann").number();

    assertThat(await(store.wallets().balances(project, number))).isEmpty();
    assertThat(history(number, "MYR", NEWEST, 10)).isEmpty();
    assertThat(await(store.wallets().receipt(project, number, "pay-1"))).isEmpty();
  }

  @Test
  void entriesAreNumberedFromOneWithTheBalanceAfterEach() {
    var number = opened("ann").number();
    paid(number, ringgit(500));
    paid(number, ringgit(250));
    paid(number, Money.of(90, "IDR"));
    paid(number, ringgit(1));

    var ringgits = history(number, "MYR", NEWEST, 10);
    assertThat(ringgits).extracting(Entry::id).containsExactly(3L, 2L, 1L);
    assertThat(ringgits)
        .extracting(Entry::amount)
        .containsExactly(ringgit(1), ringgit(250), ringgit(500));
    assertThat(ringgits)
        .extracting(Entry::balanceAfter)
        .containsExactly(ringgit(751), ringgit(750), ringgit(500));
    assertThat(history(number, "IDR", NEWEST, 10)).extracting(Entry::id).containsExactly(1L);
    assertThat(await(store.wallets().balances(project, number)))
        .containsExactly(Money.of(90, "IDR"), ringgit(751));
  }

  @Test
  void creditsOfOneCommitAreNumberedOneByOne() {
    var number = opened("ann").number();
    var sales = List.of(into(number, 1), into(number, 2), into(number, 4));

    save(sales.stream().map(sale -> change(sale, approved(sale))).toArray(Change[]::new));

    var entries = history(number, "MYR", NEWEST, 10);
    assertThat(entries).extracting(Entry::id).containsExactly(3L, 2L, 1L);
    long balance = 0;
    for (var entry : entries.reversed()) {
      balance += entry.amount().minor();
      assertThat(entry.balanceAfter()).isEqualTo(ringgit(balance));
    }
    assertThat(balance).isEqualTo(7);
  }

  @Test
  void historyIsReadPageByPage() {
    var number = opened("ann").number();
    for (int i = 1; i <= 5; i++) paid(number, ringgit(i));

    assertThat(history(number, "MYR", NEWEST, 2)).extracting(Entry::id).containsExactly(5L, 4L);
    assertThat(history(number, "MYR", 4, 2)).extracting(Entry::id).containsExactly(3L, 2L);
    assertThat(history(number, "MYR", 2, 2)).extracting(Entry::id).containsExactly(1L);
    assertThat(history(number, "MYR", 1, 2)).isEmpty();
  }

  @Test
  void aReceiptSaysWhatItIsFor() {
    var number = opened("ann").number();
    paid(number, ringgit(3));
    var payment = paid(number, ringgit(500));

    var entry =
        await(store.wallets().receipt(project, number, payment.terms().paymentId())).orElseThrow();

    assertThat(entry.id()).isEqualTo(2);
    assertThat(entry.amount()).isEqualTo(ringgit(500));
    assertThat(entry.balanceAfter()).isEqualTo(ringgit(503));
    assertThat(entry.paymentId()).isEqualTo(payment.terms().paymentId());
    assertThat(entry.operation()).isEqualTo(payment.id().operation());
    assertThat(entry.method()).isEqualTo(payment.terms().method());
  }

  @Test
  void lateMoneyDoesNotReachTheWallet() {
    var number = opened("ann").number();
    var sale = into(number, 500);
    save(change(sale, new SaleDeclined(Code.PROVIDER_DECLINE, "")));

    save(change(loaded(sale.payment().id()), approved(sale)));

    assertThat(await(store.wallets().balances(project, number))).isEmpty();
    assertThat(history(number, "MYR", NEWEST, 10)).isEmpty();
  }

  private Wallet opened(String customer) {
    return await(store.wallets().open(project, customer));
  }

  private Stored into(String number, long minor) {
    return opened(SALE.into(number).of(ringgit(minor)));
  }

  private Payment paid(String number, Money amount) {
    var sale = opened(SALE.into(number).of(amount));
    assertThat(save(change(sale, approved(sale)))).hasSize(1);
    return sale.payment();
  }

  private List<Entry> history(String number, String currency, long before, int rowsMax) {
    return await(store.wallets().history(new Page(project, number, currency, before, rowsMax)));
  }
}
