package tollgate.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.Callback;
import tollgate.provider.OnceOnlyRefunds;
import tollgate.provider.OnceOnlyRefunds.First;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.provider.Provider.Call;
import tollgate.provider.Provider.Start;
import tollgate.provider.Provider.Verdict;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.provider.robokassa.Robokassa;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

/** As {@link AdaptersMeetTest}, for Robokassa. */
class RobokassaMeetTest {

  private static final Robokassa ROBOKASSA = new Robokassa();

  private final Playground ground = new Playground();
  private final OnceOnlyRefunds refunds = (OnceOnlyRefunds) ROBOKASSA.refunds().orElseThrow();

  @AfterEach
  void close() {
    ground.close();
  }

  private Gateway gateway() {
    var keys =
        Map.of(
            "password1", new Secret("p1-demo-Aa"),
            "password2", new Secret("p2-demo-Bb"),
            "password3", new Secret("p3-demo-Cc"));
    var fields = Map.of("merchant_login", "tollgate_demo", "hash", "md5");
    var base = URI.create(ground.url() + "/sandbox/robokassa");
    return new Gateway(3, "robokassa", base, fields, keys, GatewayTerms.USUAL);
  }

  private static Order order(String description) {
    var usual = Orders.of("TG-212-71001", Money.of(25050, "RUB"), "");
    return new Order(
        usual.reference(),
        usual.amount(),
        description,
        Map.of("email", "nur@example.com"),
        "",
        "",
        usual.callbackUrl(),
        usual.returnUrl(),
        usual.token(),
        usual.limit(),
        usual.stamp());
  }

  private Reply send(Request request) {
    var headers = new ArrayList<String>();
    request
        .headers()
        .forEach((name, value) -> {
          headers.add(name);
          headers.add(value);
        });
    var answer =
        ground.send(
            request.method(), request.url(), request.body(), headers.toArray(String[]::new));
    return new Reply(answer.statusCode(), answer.body());
  }

  private String arrived(Order order) {
    var start = (Start.Already) ROBOKASSA.start(order, gateway());
    var form = ((CustomerRedirected) start.event()).to();
    var answer =
        ground.send(
            form.method(),
            form.url(),
            Playground.encoded(form.fields()),
            "Content-Type",
            "application/x-www-form-urlencoded");
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private ProviderEvent asked(Order order) {
    var question = ROBOKASSA.ask(order, gateway()).orElseThrow();
    return ROBOKASSA.read(Call.ASK, order, gateway(), send(question));
  }

  private void play(String action) {
    ground.post("/sandbox/robokassa/play/TG-212-71001?action=" + action, "");
  }

  @Test
  void aTopUpIsPaidAndTold() throws InterruptedException {
    var order = order("Пополнение №1");
    assertThat(asked(order)).isInstanceOf(Doubtful.class);
    arrived(order);
    assertThat(asked(order)).isInstanceOf(SalePending.class);

    play("pay");

    var came = Callback.post(Map.of(), ground.merchant.next("result").body().getBytes(UTF_8));
    var told = ((Genuine) ROBOKASSA.open(came, gateway())).event();
    assertThat(told).isEqualTo(new SaleApproved(order.amount(), ""));
    assertThat(ROBOKASSA.answer(Verdict.TAKEN, came).body()).isEqualTo("OK71001");
    assertThat(((SaleApproved) asked(order)).paid()).isEqualTo(order.amount());
  }

  @ParameterizedTest
  @CsvSource({"cancel, CUSTOMER_CANCELLED", "decline, PROVIDER_DECLINE"})
  void aTopUpIsNotPaid(String action, Code code) {
    var order = order("Top-up");
    arrived(order);

    play(action);

    assertThat(asked(order)).isEqualTo(new SaleDeclined(code, ""));
  }

  @ParameterizedTest
  @CsvSource({"pay", "cancel"})
  void theCustomerComesBackToTheirPayment(String action) {
    var left = ground.post(arrived(order("Top-up")) + "/" + action, "");
    var to = URI.create(left.headers().firstValue("Location").orElseThrow());

    var came = new Callback("GET", to.getRawQuery(), Map.of(), new byte[0]);
    var who = ROBOKASSA.returned(came, gateway()).orElseThrow();
    assertThat(who.payment().operation()).isEqualTo(71001);
    assertThat(who.token()).isEqualTo(Orders.TOKEN);
  }

  private static Wanted wanted(String description, long minor, String theirs) {
    var amount = Money.of(minor, "RUB");
    return new Wanted(order(description), 72001, "TG-212-72001", amount, "", theirs, "");
  }

  private ProviderEvent sent(Wanted refund) {
    var first = send(refunds.first(refund, gateway()).orElseThrow());
    if (!(refunds.readFirst(refund, gateway(), first) instanceof First.Gives(String key))) {
      return new Doubtful("nothing to refund");
    }
    return refunds.read(refund, gateway(), send(refunds.send(refund.with(key), gateway())));
  }

  private ProviderEvent asked(Wanted refund) {
    return refunds.readAsked(refund, gateway(), send(refunds.ask(refund, gateway()).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource({"Top-up, true", "sandbox:refund-canceled, false"})
  void aRefundIsMadeAndFoundByItsId(String description, boolean given) {
    arrived(order(description));
    assertThat(sent(wanted(description, 10050, ""))).isInstanceOf(Doubtful.class);
    play("pay");

    var begun = (RefundPending) sent(wanted(description, 10050, ""));

    var refund = wanted(description, 10050, begun.providersId());
    var event = asked(refund);
    while (event instanceof RefundPending) event = asked(refund);
    assertThat(event).isInstanceOf(given ? RefundApproved.class : RefundDeclined.class);
    assertThat(sent(wanted(description, 15001, "")))
        .isInstanceOf(given ? RefundDeclined.class : RefundPending.class);
  }

  /** Why its message goes out once: what was lost was made, and a repeat is made again. */
  @Test
  void aRefundWhoseReplyWasLostWasMade() {
    arrived(order("sandbox:error-after=502"));
    play("pay");

    assertThat(sent(wanted("Top-up", 10000, ""))).isInstanceOf(Doubtful.class);
    assertThat(sent(wanted("Top-up", 10000, ""))).isInstanceOf(Doubtful.class);
    assertThat(refunds.ask(wanted("Top-up", 10000, ""), gateway())).isEmpty();
    assertThat(ground.json("/sandbox/robokassa/transactions/71001").getJsonArray("refunds"))
        .hasSize(2);
  }
}
