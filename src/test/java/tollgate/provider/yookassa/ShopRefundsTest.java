package tollgate.provider.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tollgate.money.Money;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.RefundsContract;

class ShopRefundsTest extends RefundsContract {

  private static final String BASE = "https://api.yookassa.ru/v3";
  private static final Wanted WANTED = wanted("");

  ShopRefundsTest() {
    super("provider/yookassa-refunds", new Yookassa(), YookassaTest.gateway("test_k"), WANTED);
  }

  private static Wanted wanted(String providersId) {
    var sale = YookassaTest.order(15_050, "RUB", YookassaTest.THEIRS);
    var amount = Money.of(5_025, "RUB");
    return new Wanted(sale, 3001, "TG-212-3001", amount, "Too long", providersId, "");
  }

  @Test
  void aRefundIsWrittenToTheLetter() {
    var request = new ShopRefunds().send(WANTED, YookassaTest.gateway("test_k"));

    assertThat(request.method() + " " + request.url()).isEqualTo("POST " + BASE + "/refunds");
    assertThat(request.body())
        .isEqualTo(
            "{\"payment_id\":\""
                + YookassaTest.THEIRS
                + "\",\"amount\":{\"value\":\"50.25\",\"currency\":\"RUB\"},"
                + "\"description\":\"Too long\"}");
    assertThat(request.headers()).containsEntry("Idempotence-Key", "TG-212-3001");
  }

  @Test
  void onceItHasAnIdItIsAskedForByThat() {
    var request = new ShopRefunds().send(wanted("r-1"), YookassaTest.gateway("test_k"));

    assertThat(request.method() + " " + request.url()).isEqualTo("GET " + BASE + "/refunds/r-1");
  }
}
