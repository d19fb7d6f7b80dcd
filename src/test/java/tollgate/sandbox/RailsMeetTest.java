package tollgate.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Payer;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.LateRefundRequested;
import tollgate.payment.PaymentEvent.PayoutApproved;
import tollgate.payment.PaymentEvent.PayoutPending;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.payment.Sales;
import tollgate.provider.Callback;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.provider.Payouts;
import tollgate.provider.Provider;
import tollgate.provider.Provider.Call;
import tollgate.provider.Provider.Start;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Refunds;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.provider.midtrans.Midtrans;
import tollgate.provider.touchngo.TouchnGo;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.LateSuccess;
import tollgate.tenant.Secret;

/** As {@link AdaptersMeetTest}, for the money that goes out: payouts and refunds. */
class RailsMeetTest {

  private static final TouchnGo TOUCHNGO = new TouchnGo();
  private static final Midtrans MIDTRANS = new Midtrans();

  private final Playground ground = new Playground();
  private final Payouts payouts = TOUCHNGO.payouts().orElseThrow();
  private final Refunds refunds = MIDTRANS.refunds().orElseThrow();

  @AfterEach
  void close() {
    ground.close();
  }

  private Gateway gateway(String provider, Map<String, String> fields, String key, String value) {
    var base = URI.create(ground.url() + "/sandbox/" + provider);
    return new Gateway(
        7, provider, base, fields, Map.of(key, new Secret(value)), GatewayTerms.USUAL);
  }

  private Gateway midtrans() {
    return gateway("midtrans", Map.of(), "server_key", Playground.SERVER_KEY);
  }

  private Gateway touchngo() {
    var fields = Map.of("merchant_code", "M123456");
    return gateway("touchngo", fields, "merchant_key", Playground.TOUCHNGO_KEY);
  }

  private Order order(Money amount, String description) {
    return new Order(
        "TG-210-1001",
        amount,
        description,
        Map.of("first_name", "Nur Aïsha"),
        "0060 123-456 é",
        "",
        ground.merchant.url(),
        "http://shop.example/return/TG-210-1001/k3v9/",
        "k3v9",
        900,
        Orders.STAMP);
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

  private ProviderEvent told(Provider adapter, Gateway gateway) throws InterruptedException {
    var body = ground.merchant.next("callback").body().getBytes(UTF_8);
    return ((Genuine) adapter.open(Callback.post(Map.of(), body), gateway)).event();
  }

  private ProviderEvent sent(Order order) {
    var reply = send(payouts.send(order, touchngo()));
    return payouts.read(Payouts.Call.SEND, order, touchngo(), reply);
  }

  private ProviderEvent asked(Order order) {
    var reply = send(payouts.ask(order, touchngo()));
    return payouts.read(Payouts.Call.ASK, order, touchngo(), reply);
  }

  @Test
  void aPayoutIsTakenToldAndKnownAgain() throws InterruptedException {
    var order = order(Money.of(25_000, "MYR"), "Driver's week");
    assertThat(asked(order)).isInstanceOf(Doubtful.class);

    assertThat(sent(order)).isInstanceOf(PayoutPending.class);

    assertThat(told(TOUCHNGO, touchngo())).isInstanceOf(PayoutApproved.class);
    assertThat(asked(order)).isInstanceOf(PayoutApproved.class).isEqualTo(sent(order));
  }

  @ParameterizedTest
  @CsvSource({
    "40000, PROVIDER_GENERAL_DECLINE",
    "40400, PROVIDER_GENERAL_DECLINE",
    "40301, CUSTOMER_CANCELLED",
    "40602, PROVIDER_TIME_OUT"
  })
  void aPayoutIsDeclinedByItsAmount(long minor, String code) throws InterruptedException {
    var order = order(Money.of(minor, "MYR"), "");
    sent(order);

    assertThat(told(TOUCHNGO, touchngo()).toString())
        .startsWith("PayoutDeclined[code=" + code + ",");
    assertThat(asked(order).toString()).startsWith("PayoutDeclined[code=" + code + ",");
  }

  @Test
  void aPayoutOfAnotherAmountIsDoubtful() throws InterruptedException {
    var order = order(Money.of(25_000, "MYR"), "sandbox:bad-amount");
    sent(order);

    assertThat(told(TOUCHNGO, touchngo())).isInstanceOf(Doubtful.class);
    assertThat(sent(order(Money.of(25_001, "MYR"), ""))).isInstanceOf(Doubtful.class);
    assertThat(asked(order(Money.of(25_001, "MYR"), ""))).isInstanceOf(Doubtful.class);
  }

  private Order paid() throws InterruptedException {
    var order = order(Money.of(1_500_000, "IDR"), "Taxi");
    send(((Start.Send) MIDTRANS.start(order, midtrans())).request());
    ground.merchant.next("pending");
    ground.post("/sandbox/midtrans/play/TG-210-1001?action=pay", "");
    ground.merchant.next("settlement");
    return order;
  }

  private static Wanted wanted(Order sale, long operation, long minor, String comment) {
    var key = "TG-210-" + operation;
    return new Wanted(sale, operation, key, Money.of(minor, "IDR"), comment);
  }

  private ProviderEvent sent(Wanted refund) {
    return refunds.read(refund, midtrans(), send(refunds.send(refund, midtrans())));
  }

  @Test
  void aRefundIsMadeAndTwoOfThemAndNoMore() throws InterruptedException {
    var sale = paid();

    assertThat(sent(wanted(sale, 3001, 500_000, "Too long"))).isInstanceOf(RefundApproved.class);
    assertThat(sent(wanted(sale, 3002, 1_000_000, ""))).isInstanceOf(RefundApproved.class);
    assertThat(sent(wanted(sale, 3003, 100, ""))).isInstanceOf(Doubtful.class);
    assertThat(sent(wanted(sale, 3002, 1_000_000, ""))).isInstanceOf(RefundApproved.class);
    for (var notification = 1; notification <= 4; notification++) {
      assertThat(told(MIDTRANS, midtrans())).isInstanceOf(SalePending.class);
    }
  }

  @Test
  void aRefundWhoseAnswerWasLostIsFoundAgain() throws InterruptedException {
    var refund = wanted(paid(), 3001, 500_000, "sandbox:error-after=502");

    assertThat(sent(refund)).isInstanceOf(Doubtful.class);
    assertThat(sent(refund)).isEqualTo(new RefundApproved(3001, ""));
    assertThat(ground.json("/sandbox/midtrans/totals").getInteger("refunded")).isEqualTo(1);
  }

  @Test
  void aRefundIsRefused() throws InterruptedException {
    var sale = paid();

    assertThat(sent(wanted(sale, 3001, 500_000, "sandbox:deny=414")))
        .isInstanceOf(RefundDeclined.class);
    assertThat(sent(wanted(sale, 3002, 40_000, ""))).isInstanceOf(RefundDeclined.class);
  }

  /** The whole way of money that came after the decline, but for the store. */
  @Test
  void whatCameLateGoesBackWhereItCameFrom() throws InterruptedException {
    var order = paid();
    var deal = Sales.SALE.of(order.amount()).late(LateSuccess.REFUND);
    var declined = new Declined(Code.AUTO_DECLINE);
    var id = new Payment.Id(210, 1001);
    var at = Sales.AT;
    var sale = new Sale(id, deal.terms(id), declined, "", 0, at, at, List.of(), Payer.NONE);
    var reply = send(MIDTRANS.ask(order, midtrans()).orElseThrow());
    var late = sale.apply(MIDTRANS.read(Call.ASK, order, midtrans(), reply), Sales.AT).payment();
    var wish = new Refund.Wish("req-1", null, "paid after the decline", null);
    var request = new Refund.Request(3001, null, wish, ZoneOffset.UTC);
    var begun = late.apply(new LateRefundRequested(request), Sales.AT).payment();

    var refund = Objects.requireNonNull(begun.refund(3001));
    var event = sent(Wanted.of((Sale) begun, refund, "http://pay.example", Orders.STAMP));

    var done = Objects.requireNonNull(begun.apply(event, Sales.AT).payment().refund(3001));
    assertThat(done.isDone()).isTrue();
    assertThat(done.amount()).isEqualTo(order.amount());
    assertThat(ground.json("/sandbox/midtrans/totals").getInteger("refunded")).isEqualTo(1);
  }
}
