package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;
import static tollgate.web.TestTenants.LATE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.Effect;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.TimeLimitReached;

/** Money that came after the decline, as a merchant sees it whose project credits such money. */
class LateSuccessTest {

  private GateServer server;
  private Merchant merchant;

  @BeforeEach
  void start() {
    server = GateServer.start();
    merchant = Merchant.of(LATE, server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theDeclineStaysAndTheWalletIsCredited() {
    merchant.post(merchant.ours("topup").at("/v2/payment/wallet/touchngo/sale"));
    var sale = server.payment().id();
    server.happens(sale, new TimeLimitReached());
    server.happens(sale, new SaleApproved(Money.of(12550, "MYR"), "theirs"));

    var first = merchant.webhook(Effect.NOTIFY_FINAL);
    assertThat(at(first, "payment.status")).isEqualTo("decline");
    assertThat(at(first, "operation.code")).isEqualTo("603");
    assertThat(at(first, "late_success.outcome")).isEmpty();
    for (var told : new Json.Obj[] {merchant.webhook(Effect.NOTIFY_LATE), merchant.status()}) {
      assertThat(at(told, "payment.status")).isEqualTo("decline");
      assertThat(at(told, "wallet.account_id")).isEqualTo(merchant.wallet());
      assertThat(at(told, "wallet.credited")).isEqualTo("12550");
      assertThat(at(told, "late_success.outcome")).isEqualTo("credited");
      assertThat(at(told, "late_success.amount")).isEqualTo("12550");
    }
    assertThat(at(merchant.status(), "operations.0.status")).isEqualTo("decline");
    var balances = server.store.balances();
    assertThat(balances.values()).containsExactly(Money.of(12550, "MYR"));
  }
}
