package tollgate.provider.paymaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tollgate.money.Money;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.RefundsContract;

class RestRefundsTest extends RefundsContract {

  private static final RestRefunds REFUNDS = new RestRefunds();

  RestRefundsTest() {
    super(
        "provider/paymaster-refunds",
        new Paymaster(),
        PaymasterTest.gateway(Map.of()),
        wanted("88000123"));
  }

  @Test
  void aRefundIsWrittenToTheLetter() {
    assertThat(REFUNDS.send(wanted("88000123"), PaymasterTest.gateway(Map.of())).url())
        .startsWith("https://paymaster.ru/partners/rest/refundPayment?login=tollgate-api&nonce=")
        .endsWith("&paymentID=88000123&amount=100.00&externalID=TG-212-3001");
  }

  @Test
  void thePaymentsRefundsAreListed() {
    assertThat(REFUNDS.ask(wanted("88000123"), PaymasterTest.gateway(Map.of())).orElseThrow().url())
        .startsWith("https://paymaster.ru/partners/rest/listRefunds?login=tollgate-api&nonce=")
        .endsWith("&paymentID=88000123");
  }

  @Test
  void whatHasNoIdCannotBeGivenBack() {
    assertThatThrownBy(() -> REFUNDS.send(wanted(""), PaymasterTest.gateway(Map.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Wanted wanted(String theirs) {
    var amount = Money.of(10_000, "RUB");
    return new Wanted(PaymasterTest.order(theirs), 3001, "TG-212-3001", amount, "Too long");
  }
}
