package tollgate.sandbox.robokassa;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.sandbox.robokassa.RobokassaCalls.BASE;
import static tollgate.sandbox.robokassa.RobokassaCalls.md5;
import static tollgate.sandbox.robokassa.RobokassaCalls.own;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.sandbox.Answer;
import tollgate.sandbox.FakeMerchant;
import tollgate.sandbox.Playground;

/** ResultURL and OpStateExt, §4 and §7. */
class ResultTest {

  private final Playground ground = new Playground();
  private final FakeMerchant merchant = ground.merchant;
  private final RobokassaCalls calls = new RobokassaCalls(ground);

  @AfterEach
  void close() {
    ground.close();
  }

  private Map<String, String> next() throws InterruptedException {
    return merchant.next("result").form();
  }

  private static String signature(String sum) {
    return md5(sum + ":71001:p2-demo-Bb" + own("71001"));
  }

  @Test
  void successIsToldWithSixDecimalsInCapitals() throws InterruptedException {
    merchant.answers(200, "OK71001", "");
    calls.arrived("71001", "250.50", "Top-up");

    calls.play("71001", "pay");

    assertThat(next())
        .containsEntry("OutSum", "250.500000")
        .containsEntry("out_summ", "250.500000")
        .containsEntry("InvId", "71001")
        .containsEntry("inv_id", "71001")
        .containsEntry("Shp_user", "42")
        .containsEntry("PaymentMethod", "BankCard")
        .containsEntry("SignatureValue", "B5A73B786E7745E980A8708FC09DCF94")
        .doesNotContainKey("IsTest");
    assertThat(merchant.isLeftAlone()).isTrue();
    assertThat(calls.state("71001"))
        .contains("<Result><Code>0</Code>", "<State><Code>100</Code>", "<OutSum>250.500000<")
        .contains("<Name>Shp_order</Name><Value>W-71001</Value>");
  }

  @ParameterizedTest
  @CsvSource({"cancel, 10", "decline, 60", "fail, 5", "leave, 5"})
  void nothingElseIsTold(String action, int state) throws InterruptedException {
    calls.arrived("71001", "250.50", "Top-up");

    calls.play("71001", action);

    assertThat(merchant.isLeftAlone()).isTrue();
    assertThat(calls.state("71001")).contains("<State><Code>" + state + "</Code>");
  }

  @ParameterizedTest(name = "{0} {1}: {2} more")
  @CsvSource({
    "200, OK71001, 0",
    "200, ' ok71001 ', 0",
    "200, OK, 60",
    "200, OK71002, 60",
    "201, OK71001, 60",
    "400, bad sign, 60",
    "500, '', 60"
  })
  void itComesAgainEveryMinuteUntilTheShopHasSaidTheNumber(int status, String body, int more) {
    var table = new RobokassaRetries(71001);
    var answer = new Answer.Answered(status, body.strip(), "");

    assertThat(table.retries(answer)).isEqualTo(more);
    assertThat(table.pauseMillis(1, answer).orElse(0)).isEqualTo(more == 0 ? 0 : 60_000);
    assertThat(table.pauseMillis(61, answer)).isEmpty();
  }

  @Test
  void itComesAgain() throws InterruptedException {
    merchant.answers(500).answers(200, "bad sign", "").answers(200, "OK71001", "");
    calls.arrived("71001", "250.50", "Top-up");
    calls.play("71001", "pay");

    var first = next();
    assertThat(next()).isEqualTo(first);
    assertThat(next()).isEqualTo(first);
    assertThat(merchant.isLeftAlone()).isTrue();
  }

  @Test
  void theTextMayDiffer() throws InterruptedException {
    merchant.answers(200, "OK71001", "");
    calls.arrived("71001", "250.50", "sandbox:two-decimals,other-case,extra");
    calls.play("71001", "pay");

    assertThat(next())
        .containsEntry("OutSum", "250.50")
        .containsEntry("SignatureValue", signature("250.50"))
        .containsKey("Novelty");
  }

  @Test
  void itMayBeSpoilt() throws InterruptedException {
    merchant.answers(400, 400, 400);
    merchant.answers(200, "OK71001", "");
    calls.arrived("71001", "250.50", "sandbox:garbage=1,bad-signature=2,bad-amount=3");
    calls.play("71001", "pay");

    assertThat(merchant.next("garbage").body()).endsWith("%zz");
    assertThat(next()).containsEntry("SignatureValue", "0".repeat(32));
    assertThat(next())
        .containsEntry("OutSum", "1.010000")
        .containsEntry("SignatureValue", signature("1.010000").toUpperCase(Locale.ROOT));
    assertThat(next()).containsEntry("OutSum", "250.500000");
  }

  @Test
  void moneyMayComeAfterTheEnd() throws InterruptedException {
    merchant.answers(200, "OK71001", "");
    calls.arrived("71001", "250.50", "sandbox:late=100ms");
    calls.play("71001", "pay");

    assertThat(calls.state("71001")).contains("<State><Code>10</Code>");
    assertThat(next()).containsEntry("InvId", "71001");
    assertThat(ground.json(BASE + "/totals").getLong("taken_minor")).isEqualTo(25050);
  }

  @Test
  void creditingTakesItsTime() throws InterruptedException {
    merchant.answers(200, "OK71001", "");
    calls.arrived("71001", "250.50", "sandbox:processing=200ms");
    calls.play("71001", "pay");

    assertThat(calls.state("71001")).contains("<State><Code>50</Code>");
    next();
    assertThat(calls.state("71001")).contains("<State><Code>100</Code>");
  }

  @Test
  void whoDoesNotPayInTimeIsTooLate() throws InterruptedException {
    calls.arrived("71001", "250.50", "Top-up");
    ground.later(Duration.ofDays(1));

    for (var state = ""; !state.contains("<State><Code>10<"); ) state = calls.state("71001");
    assertThat(merchant.isLeftAlone()).isTrue();
  }

  @Test
  void theStateIsToldToTheShopAlone() {
    var path = BASE + "/Merchant/WebService/Service.asmx/OpStateExt?InvoiceID=71001";

    assertThat(ground.get(path + "&MerchantLogin=nobody&Signature=x").body())
        .contains("<Result><Code>2</Code>");
    assertThat(ground.get(path + "&MerchantLogin=tollgate_demo&Signature=x").body())
        .contains("<Result><Code>1</Code>");
    assertThat(calls.state("71001")).contains("<Result><Code>3</Code>");
    calls.arrived("71001", "250.50", "sandbox:status-error=200,tries=1");
    assertThat(calls.state("71001")).contains("<Result><Code>4</Code>");
    assertThat(calls.state("71001")).contains("<State><Code>5</Code>");
  }
}
