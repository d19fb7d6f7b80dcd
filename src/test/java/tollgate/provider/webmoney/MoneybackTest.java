package tollgate.provider.webmoney;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.Payer;
import tollgate.provider.Orders;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.RefundsContract;
import tollgate.tenant.Gateway;

class MoneybackTest extends RefundsContract {

  private static final Moneyback REFUNDS = new Moneyback();

  MoneybackTest() {
    super("provider/webmoney-refunds", new WebMoney(), WebMoneys.gateway(Map.of()), wanted());
  }

  private static Wanted wanted() {
    var sale = Orders.of("TG-212-20260117", Money.of(15000, "RUB"), "7703");
    return new Wanted(sale, 3001, "TG-212-3001", Money.of(5000, "RUB"), "Too long");
  }

  @Override
  protected String keyOnTheWire() {
    return "<reqn>3001</reqn>";
  }

  @Test
  void aRefundIsWrittenToTheLetter() {
    var request = REFUNDS.send(wanted(), WebMoneys.gateway(Map.of()));

    assertThat(request.url()).isEqualTo(WebMoneys.BASE + "/asp/XMLTransMoneyback.asp");
    assertThat(request.body())
        .isEqualTo(
            "<w3s.request><reqn>3001</reqn><wmid>987654321098</wmid><sign>"
                + "9ad0ffb1ad592b61739c4b13a9d18a2d6c48716fbdda041d02131411e59cad02"
                + "</sign><trans><inwmtranid>7703</inwmtranid><amount>50.00</amount>"
                + "<moneybackphone></moneybackphone><capitallerpursesrc></capitallerpursesrc>"
                + "</trans></w3s.request>");
  }

  @ParameterizedTest
  @CsvSource({"phone, 380501112233, 380501112233", "phone, '', ''", "purse, 380501112233, ''"})
  void toThePhoneThatPaidWhereTheGatewayWantsIt(String to, String phone, String written) {
    var payer = new Payer(Map.of(Payer.PHONE, phone));
    var plain = wanted();
    var byPhone =
        new Wanted(plain.sale(), 3001, 3001, plain.key(), plain.amount(), "", "", "", payer);

    assertThat(REFUNDS.send(byPhone, WebMoneys.gateway(Map.of("refund_to", to))).body())
        .contains("<moneybackphone>" + written + "</moneybackphone>");
  }

  @Test
  void withACertificateNothingIsSigned() {
    var signing = WebMoneys.gateway(Map.of("w3s", "https://w3s.wmtransfer.example"));
    var keys = Map.of("secret_key", signing.key("secret_key"));
    var certified =
        new Gateway(7, "webmoney", signing.base(), signing.fields(), keys, signing.terms());

    assertThat(REFUNDS.send(wanted(), certified).url())
        .isEqualTo("https://w3s.wmtransfer.example/asp/XMLTransMoneybackCert.asp");
    assertThat(REFUNDS.send(wanted(), certified).body()).contains("<sign></sign>");
  }
}
