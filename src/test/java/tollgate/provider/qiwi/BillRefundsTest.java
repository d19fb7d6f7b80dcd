package tollgate.provider.qiwi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tollgate.money.Money;
import tollgate.provider.Orders;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.RefundsContract;

class BillRefundsTest extends RefundsContract {

  private static final Wanted WANTED =
      new Wanted(
          Orders.of("TG-212-1001", Money.of(15_050, "RUB"), ""),
          3001,
          "TG-212-3001",
          Money.of(5_025, "RUB"),
          "Too long");

  BillRefundsTest() {
    super("provider/qiwi-refunds", new Qiwi(), QiwiTest.gateway(""), WANTED);
  }

  @Test
  void aRefundIsWrittenToTheLetter() {
    var request = new BillRefunds().send(WANTED, QiwiTest.gateway(""));

    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.url())
        .isEqualTo("https://api.qiwi.com/partner/bill/v1/bills/TG-212-1001/refunds/TG-212-3001");
    assertThat(request.body()).isEqualTo("{\"amount\":{\"currency\":\"RUB\",\"value\":\"50.25\"}}");
    assertThat(request.headers()).containsEntry("Authorization", "Bearer qiwi-demo-secret");
  }
}
