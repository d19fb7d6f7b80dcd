package tollgate.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Code.PROVIDER_TRY_AGAIN;
import static tollgate.payment.Code.REFUND_ABOVE_AMOUNT;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.Payer;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.Callback;
import tollgate.provider.OnceOnlyRefunds;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.provider.Provider.Call;
import tollgate.provider.Provider.Start;
import tollgate.provider.Provider.Verdict;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Inquiry;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.provider.webmoney.WebMoney;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

/** As {@link AdaptersMeetTest}, for WebMoney: the shop answers as our adapter tells it to. */
class WebMoneyMeetsTest {

  private static final WebMoney WEBMONEY = new WebMoney();
  private static final Callback NONE = Callback.post(Map.of(), new byte[0]);

  private final Playground ground = new Playground();
  private final String yes = WEBMONEY.answer(Verdict.TAKEN, NONE).body();

  @AfterEach
  void close() {
    ground.close();
  }

  private Gateway gateway() {
    return gateway(Map.of());
  }

  private Gateway gateway(Map<String, String> more) {
    var fields = new HashMap<>(Map.of("purse", "R100200300400", "wmid", "987654321098"));
    fields.put("mode", "test");
    fields.putAll(more);
    var keys =
        Map.of(
            "secret_key", new Secret(Playground.WEBMONEY_KEY),
            "x20_key", new Secret("X20-Demo-Key"),
            "signer_key", new Secret("Signer-Demo-Key"));
    var base = URI.create(ground.url() + "/sandbox/webmoney");
    return new Gateway(7, "webmoney", base, fields, keys, GatewayTerms.USUAL);
  }

  private Order order(String description, String providersId) {
    return new Order(
        "TG-212-1001",
        Money.of(15000, "RUB"),
        description,
        Map.of(),
        "",
        providersId,
        ground.merchant.url(),
        "http://shop.example/return",
        Orders.TOKEN,
        900,
        Orders.STAMP);
  }

  /** The customer's browser brings the form; the address of the page comes back. */
  private String arrives(String description, Gateway gateway) {
    var start = (Start.Already) WEBMONEY.start(order(description, ""), gateway);
    var form = ((CustomerRedirected) start.event()).to();
    return ground.form(form.url(), form.fields()).headers().firstValue("Location").orElseThrow();
  }

  private void pays(String page) {
    ground.merchant.answers(200, yes, "");
    ground.form(page + "/keeper", Map.of());
  }

  private Reading told(Gateway gateway) throws InterruptedException {
    var body = ground.merchant.next("message").body().getBytes(UTF_8);
    return WEBMONEY.open(Callback.post(Map.of(), body), gateway);
  }

  private Reply send(Request request) {
    var answer =
        ground.send(
            request.method(),
            request.url(),
            request.body(),
            "Content-Type",
            request.headers().getOrDefault("Content-Type", ""));
    return new Reply(answer.statusCode(), answer.body());
  }

  private ProviderEvent asked() {
    var order = order("", "");
    var reply = send(WEBMONEY.ask(order, gateway()).orElseThrow());
    return WEBMONEY.read(Call.ASK, order, gateway(), reply);
  }

  @ParameterizedTest(name = "{0} [{1}]")
  @CsvSource({"windows-1251, Taxi", "utf-8, Такси", "windows-1251, Такси sandbox:other-charset"})
  void aPaymentIsAskedAboutPaidAndTold(String charset, String description)
      throws InterruptedException {
    var gateway = gateway(Map.of("charset", charset));
    var page = arrives(description, gateway);
    assertThat(ground.get(page).body()).contains(description);
    assertThat(asked()).isEqualTo(new SalePending(""));

    pays(page);

    assertThat(told(gateway)).isInstanceOf(Inquiry.class);
    var genuine = (Genuine) told(gateway);
    assertThat(((SaleApproved) genuine.event()).paid()).isEqualTo(order("", "").amount());
    assertThat(genuine.event()).isEqualTo(asked());
    assertThat(ground.get(page).body()).contains("http://shop.example/return");
  }

  @Test
  void aPhonePays() throws InterruptedException {
    var page = arrives("Taxi", gateway(Map.of("authtype", "4")));
    assertThat(ground.get(page).body()).doesNotContain("WinPro").contains("Keeper Mobile");
    ground.merchant.answers(200, yes, "");
    ground.form(page + "/phone", Map.of("phone", "+380501112233"));
    var sms = ground.json("/sandbox/webmoney/sim/sms?phone=380501112233").getJsonArray("sms");
    ground.form(page + "/code", Map.of("code", sms.getJsonObject(0).getString("code")));

    assertThat(told(gateway())).isInstanceOf(Inquiry.class);
    var told = ((SaleApproved) ((Genuine) told(gateway())).event()).payer();
    assertThat(told.facts())
        .containsEntry(Payer.PHONE, "380501112233")
        .containsOnlyKeys(Payer.NUMBER, Payer.PHONE, "telepat_order", "wmid");
    assertThat(((SaleApproved) asked()).payer().facts())
        .containsEntry(Payer.PHONE, "380501112233")
        .doesNotContainKey("telepat_order");
    var transfer = ((SaleApproved) asked()).providersId();
    var wanted = wanted(transfer, 3001, 5000, told);
    assertThat(sent(wanted, gateway(Map.of("refund_to", "phone"))))
        .isInstanceOf(RefundApproved.class);
  }

  @Test
  void whoIsNotWelcomeIsTold() {
    var page = arrives("Taxi", gateway());
    var unwanted = WEBMONEY.answer(Verdict.UNWANTED, NONE);
    ground.merchant.answers(unwanted.status(), unwanted.body(), "");

    assertThat(ground.form(page + "/keeper", Map.of()).body()).contains("cannot be paid");
    assertThat(asked()).isEqualTo(new SalePending(""));
  }

  @Test
  void aFailureOnlyMakesUsAsk() throws InterruptedException {
    ground.form(arrives("Taxi", gateway()) + "/cancel", Map.of());

    assertThat(told(gateway())).isInstanceOf(Doorbell.class);
    assertThat(asked()).isEqualTo(new SalePending(""));
  }

  @ParameterizedTest
  @CsvSource({"bad-signature", "mode-flip"})
  void liesAreForgeries(String fault) throws InterruptedException {
    pays(arrives("Taxi sandbox:" + fault, gateway()));

    assertThat(told(gateway())).isInstanceOf(Inquiry.class);
    assertThat(told(gateway())).isInstanceOf(Forged.class);
  }

  private String transfer() {
    pays(arrives("Taxi", gateway()));
    return ((SaleApproved) asked()).providersId();
  }

  private ProviderEvent back(String transfer, long operation, long minor) {
    return sent(wanted(transfer, operation, minor, Payer.NONE), gateway());
  }

  private Wanted wanted(String transfer, long operation, long minor, Payer payer) {
    var key = "TG-212-" + operation;
    var amount = Money.of(minor, "RUB");
    return new Wanted(
        order("", transfer), operation, operation, key, amount, "Too long", "", "", payer);
  }

  private ProviderEvent sent(Wanted wanted, Gateway gateway) {
    var refunds = WEBMONEY.refunds().orElseThrow();
    return refunds.read(wanted, gateway, send(refunds.send(wanted, gateway)));
  }

  /** The same message, when it may have arrived before. */
  private ProviderEvent asked(Wanted wanted) {
    var refunds = (OnceOnlyRefunds) WEBMONEY.refunds().orElseThrow();
    var question = refunds.ask(wanted, gateway()).orElseThrow();
    return refunds.readAsked(wanted, gateway(), send(question));
  }

  @Test
  void moneyGoesBackInPartsAndARepeatIsKnown() {
    var transfer = transfer();

    assertThat(back(transfer, 3001, 5000)).isInstanceOf(RefundApproved.class);
    assertThat(back(transfer, 3001, 5000)).isEqualTo(back(transfer, 3001, 5000));
    assertThat(back(transfer, 3002, 10_000)).isInstanceOf(RefundApproved.class);
    assertThat(asked(wanted(transfer, 3002, 10_000, Payer.NONE)))
        .isInstanceOf(RefundApproved.class);
    assertThat(back(transfer, 3003, 1)).isEqualTo(new RefundDeclined(3003, REFUND_ABOVE_AMOUNT));
    assertThat(ground.json("/sandbox/webmoney/totals").getInteger("refunded")).isEqualTo(2);
  }

  /** What several nodes that refund at once may meet: it moves nothing, and may have before. */
  @Test
  void aRefundAfterOneWithAGreaterNumberIsANoOnlyToItsFirstMessage() {
    var transfer = transfer();
    back(transfer, 3002, 5000);

    assertThat(back(transfer, 3001, 5000)).isEqualTo(new RefundDeclined(3001, PROVIDER_TRY_AGAIN));
    assertThat(asked(wanted(transfer, 3001, 5000, Payer.NONE))).isInstanceOf(Doubtful.class);
    assertThat(ground.json("/sandbox/webmoney/totals").getInteger("refunded")).isEqualTo(1);
  }

  @Test
  void aRefundIsRefused() {
    assertThat(back("77", 3001, 5000)).isInstanceOf(RefundDeclined.class);
  }
}
