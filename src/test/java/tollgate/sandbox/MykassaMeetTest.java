package tollgate.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.Callback;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.provider.Provider.Call;
import tollgate.provider.Provider.Start;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reading.Nothing;
import tollgate.provider.Reply;
import tollgate.provider.Stamp;
import tollgate.provider.mykassa.MyKassa;
import tollgate.sandbox.FakeMerchant.Received;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

/** As {@link AdaptersMeetTest}, for MyKassa and FreeKassa. */
class MykassaMeetTest {

  private static final MyKassa MYKASSA = new MyKassa();

  private final Playground ground = new Playground();
  private int asked;

  @AfterEach
  void close() {
    ground.close();
  }

  private Gateway gateway(String flavour) {
    var keys =
        Map.of(
            "word1", new Secret("mk-word-1"),
            "word2", new Secret("mk-word-2"),
            "api_key", new Secret("fk-demo-api-key"));
    var fields = Map.of("shop", "7001", "flavour", flavour);
    var base = URI.create(ground.url() + "/sandbox/mykassa");
    return new Gateway(4, "mykassa", base, fields, keys, GatewayTerms.USUAL);
  }

  /** With a stamp of its own: nonces grow. */
  private Order order() {
    var usual = Orders.of("TG-212-1001", Money.of(35050, "RUB"), "");
    return new Order(
        usual.reference(),
        usual.amount(),
        usual.description(),
        usual.person(),
        "",
        "",
        usual.callbackUrl(),
        usual.returnUrl(),
        usual.token(),
        usual.limit(),
        new Stamp(Instant.ofEpochMilli(1_795_342_530_000L + ++asked), usual.stamp().nonce()));
  }

  private String arrived(String flavour) {
    var start = (Start.Already) MYKASSA.start(order(), gateway(flavour));
    var answer = ground.get(((CustomerRedirected) start.event()).to().url());
    if (answer.statusCode() != 303) throw new AssertionError(answer.body());

    return answer.headers().firstValue("Location").orElseThrow();
  }

  private ProviderEvent asked(Order order) {
    var request = MYKASSA.ask(order, gateway("freekassa")).orElseThrow();
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
    var reply = new Reply(answer.statusCode(), answer.body());
    return MYKASSA.read(Call.ASK, order, gateway("freekassa"), reply);
  }

  private Reading told(String flavour) throws InterruptedException {
    return read(ground.merchant.next("notification"), flavour);
  }

  private Reading read(Received came, String flavour) {
    var method = came.query().isEmpty() ? "POST" : "GET";
    var callback = new Callback(method, came.query(), Map.of(), came.body().getBytes(UTF_8));
    return MYKASSA.open(callback, gateway(flavour));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mykassa", "freekassa"})
  void aTopUpIsPaidToldAndComesBack(String flavour) throws InterruptedException {
    ground.merchant.answers(200, "YES", "");
    var page = arrived(flavour);
    assertThat(ground.get(page).body()).contains("RUB 350.50", "TG-212-1001");

    var left = ground.post(page + "/pay", "");

    var event = ((Genuine) told(flavour)).event();
    assertThat(((SaleApproved) event).paid()).isEqualTo(order().amount());
    assertThat(((SaleApproved) event).providersId()).isNotEmpty();
    assertThat(ground.merchant.isLeftAlone()).isTrue();
    var to = URI.create(left.headers().firstValue("Location").orElseThrow());
    var back = new Callback("GET", to.getRawQuery(), Map.of(), new byte[0]);
    assertThat(MYKASSA.returned(back, gateway(flavour)).orElseThrow().token())
        .isEqualTo(Orders.TOKEN);
  }

  @ParameterizedTest
  @CsvSource({"pay, SaleApproved", "decline, SaleDeclined", "cancel, SaleDeclined"})
  void anOrderIsAskedFor(String action, String event) {
    assertThat(asked(order())).isInstanceOf(Doubtful.class);
    arrived("freekassa");
    assertThat(asked(order())).isInstanceOf(SalePending.class);

    ground.post("/sandbox/mykassa/play/TG-212-1001?action=" + action, "");

    assertThat(asked(order()).getClass().getSimpleName()).isEqualTo(event);
  }

  @Test
  void aNonceIsUsedOnce() {
    arrived("freekassa");
    var order = order();

    assertThat(asked(order)).isInstanceOf(SalePending.class);
    assertThat(asked(order)).isInstanceOf(Doubtful.class);
  }

  @Test
  void onlyTheWholeWordEndsTheRepeats() throws InterruptedException {
    ground.merchant.answers(200, "yes", "");
    ground.merchant.answers(200, "YES<br>", "");
    ground.merchant.answers(200, " YES\n", "");
    var page = arrived("mykassa");
    ground.post(page + "/pay", "");

    for (var time = 1; time <= 3; time++) assertThat(told("mykassa")).isInstanceOf(Genuine.class);
    assertThat(ground.merchant.isLeftAlone()).isTrue();
  }

  @Test
  void spoiltOnesAreNotBelieved() throws InterruptedException {
    var rule =
        "{\"match\":\"TG-212-\",\"faults\":{\"garbage\":1,\"bad-signature\":2,\"bad-amount\":3,"
            + "\"other-case\":true}}";
    ground.post("/sandbox/faults", rule);
    ground.merchant.answers(400, 400, 400);
    ground.merchant.answers(200, "YES", "");
    ground.post(arrived("mykassa") + "/pay", "");

    assertThat(told("mykassa")).isInstanceOf(Malformed.class);
    assertThat(told("mykassa")).isInstanceOf(Forged.class);
    assertThat(((SaleApproved) ((Genuine) told("mykassa")).event()).paid().minor()).isEqualTo(101);
    assertThat(((SaleApproved) ((Genuine) told("mykassa")).event()).paid())
        .isEqualTo(order().amount());
  }

  @Test
  void aNoticeMayComeByGetAndOnceMoreUnderAnotherNumber() throws InterruptedException {
    var faults = "{\"by-get\":true,\"new-id\":true,\"short-amount\":true}";
    ground.post("/sandbox/faults", "{\"match\":\"TG-212-\",\"faults\":" + faults + "}");
    ground.merchant.answers(200, "YES", "");
    ground.merchant.answers(200, "YES", "");

    ground.post(arrived("mykassa") + "/pay", "");

    var first = ground.merchant.next("notification");
    assertThat(first.query()).contains("&AMOUNT=350.5&");
    assertThat(first.body()).isEmpty();
    var paid = (SaleApproved) ((Genuine) read(first, "mykassa")).event();
    var again = (SaleApproved) ((Genuine) told("mykassa")).event();
    assertThat(paid.paid()).isEqualTo(order().amount()).isEqualTo(again.paid());
    assertThat(again.providersId()).isNotEqualTo(paid.providersId());
    assertThat(ground.merchant.isLeftAlone()).isTrue();
  }

  /** The shop has both flavours, and each cabinet its button. */
  @Test
  void theButtonForTrialsChangesNothing() throws InterruptedException {
    ground.merchant.answers(200, "YES", "");
    ground.merchant.answers(200, "YES", "");

    assertThat(ground.post("/sandbox/mykassa/test/7001", "").statusCode()).isEqualTo(204);
    assertThat(ground.post("/sandbox/mykassa/test/7002", "").statusCode()).isEqualTo(404);

    for (var cabinet = 1; cabinet <= 2; cabinet++) {
      var came = ground.merchant.next("trial");
      var flavour = came.body().contains("MYKASSA_ID=TEST_NOTICE") ? "mykassa" : "freekassa";
      assertThat(read(came, flavour)).isInstanceOf(Nothing.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/merchant.php?m=7001&oa=350.5&o=TG-1&s=00000000000000000000000000000000",
        "/?m=7001&oa=350.5&o=TG-1&s=00000000000000000000000000000000",
        "/api/merchant.php?m=7001&oa=350.5&oa=1&o=TG-1&s=x"
      })
  void whoeverSignsWronglyIsTurnedAway(String link) {
    assertThat(ground.get("/sandbox/mykassa" + link).statusCode()).isEqualTo(403);
  }
}
