package tollgate.provider.paymaster2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tollgate.money.Money;
import tollgate.provider.Order;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.RefundsContract;

class InvoiceRefundsTest extends RefundsContract {

  private static final InvoiceRefunds REFUNDS = new InvoiceRefunds();

  InvoiceRefundsTest() {
    super(
        "provider/paymaster2-refunds",
        new Paymaster2(),
        Paymaster2Test.gateway(Map.of()),
        wanted("88000123"));
  }

  @Test
  void aRefundIsWrittenToTheLetter() {
    var request = REFUNDS.send(wanted("88000123"), Paymaster2Test.gateway(Map.of()));

    assertThat(request).hasToString("POST https://paymaster.ru/api/v2/refunds");
    assertThat(request.body())
        .isEqualTo(
            "{\"paymentId\":\"88000123\",\"amount\":{\"value\":100.00,\"currency\":\"RUB\"}}");
    assertThat(request.headers()).containsEntry("Idempotency-Key", "TG-212-3001");
  }

  @Test
  void onceItHasAnIdItIsAskedFor() {
    var sent = wanted("88000123");
    var known =
        new Wanted(sent.sale(), 3001, sent.key(), sent.amount(), sent.comment(), "R880001231", "");

    assertThat(REFUNDS.send(known, Paymaster2Test.gateway(Map.of())))
        .hasToString("GET https://paymaster.ru/api/v2/refunds/R880001231");
  }

  @Test
  void whatHasNoIdCannotBeGivenBack() {
    assertThatThrownBy(() -> REFUNDS.send(wanted(""), Paymaster2Test.gateway(Map.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Wanted wanted(String theirs) {
    Order sale = Paymaster2Test.order("TG-212-1001", theirs);
    return new Wanted(sale, 3001, "TG-212-3001", Money.of(10_000, "RUB"), "Too long");
  }
}
