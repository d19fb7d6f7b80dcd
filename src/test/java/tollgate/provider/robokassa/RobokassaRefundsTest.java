package tollgate.provider.robokassa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tollgate.provider.robokassa.Demo.gateway;
import static tollgate.provider.robokassa.Demo.order;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.provider.OnceOnlyRefunds.First;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.RefundsContract;
import tollgate.provider.Reply;
import tollgate.tenant.Gateway;
import tollgate.tenant.Secret;

class RobokassaRefundsTest extends RefundsContract {

  private static final String ID = "7f1e6a52-3c52-4f0e-9b0e-2d5c1b7a9f10";
  private static final RobokassaRefunds REFUNDS = new RobokassaRefunds();

  RobokassaRefundsTest() {
    super("provider/robokassa-refunds", new Robokassa(), gateway(), wanted("RUB"));
  }

  @Test
  void theTokenIsThatOfTheWorkedExample() {
    var request = REFUNDS.send(wanted("RUB"), gateway());

    assertThat(request.method() + " " + request.url())
        .isEqualTo("POST " + Demo.BASE + "/RefundService/Refund/Create");
    assertThat(request.body())
        .isEqualTo(
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
                + ".eyJPcEtleSI6IjBBMUIyQzNELURFTU8iLCJSZWZ1bmRTdW0iOjEwMC41MH0"
                + ".or28msTho7KdJnCkxR2MyAJhhzq0PZ4cxuQeLKtyDQg");
  }

  @Test
  void theServiceHasAHostOfItsOwn() {
    var own = gateway(Map.of("services", "https://services.robokassa.example/"));

    assertThat(REFUNDS.send(wanted("RUB"), own).url())
        .isEqualTo("https://services.robokassa.example/RefundService/Refund/Create");
    assertThat(REFUNDS.ask(wanted("RUB"), own).orElseThrow().url())
        .isEqualTo("https://services.robokassa.example/RefundService/Refund/GetState?id=" + ID);
  }

  @Test
  void withoutAnIdNobodyCanBeAsked() {
    var unknown =
        new Wanted(order(), 72001, "TG-212-72001", Money.of(10050, "RUB"), "").with("0A-DEMO");

    assertThat(REFUNDS.ask(unknown, gateway())).isEmpty();
  }

  /** Trials take nothing, and without password 3 there is no access: both are known unsent. */
  @Test
  void whoCannotRefundDeclines() {
    var trial = gateway(Map.of("test", "yes"));

    assertThat(REFUNDS.readFirst(wanted("RUB"), trial, new Reply(200, ""))).isEqualTo(declined());
    assertThat(REFUNDS.readFirst(wanted("RUB"), without3(), new Reply(200, "")))
        .isEqualTo(declined());
  }

  @Test
  void onlyRoublesGoBack() {
    assertThatThrownBy(() -> REFUNDS.send(wanted("MYR"), gateway()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static First declined() {
    return new First.Says(new RefundDeclined(72001, Code.NOT_SUPPORTED_BY_PROVIDER));
  }

  private static Gateway without3() {
    var all = gateway();
    var keys = new HashMap<String, Secret>(all.keys());
    keys.remove("password3");
    return new Gateway(all.number(), all.provider(), all.base(), all.fields(), keys, all.terms());
  }

  private static Wanted wanted(String currency) {
    return new Wanted(
        order(), 72001, "TG-212-72001", Money.of(10050, currency), "Too long", ID, "0A1B2C3D-DEMO");
  }
}
