package tollgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.Callback;
import tollgate.provider.Order;
import tollgate.provider.Orders;
import tollgate.provider.Provider;
import tollgate.provider.Provider.Call;
import tollgate.provider.Provider.Start;
import tollgate.provider.Reading;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.provider.midtrans.Midtrans;
import tollgate.provider.touchngo.TouchnGo;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

/** Our adapters and the sandbox were written from the same pages, apart: here they first meet. */
class AdaptersMeetTest {

  private final Playground ground = new Playground();

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

  private Order order(Money amount) {
    return new Order(
        "TG-210-1001",
        amount,
        "Taxi wallet top-up for Nur Aïsha",
        Map.of("first_name", "Nur Aïsha", "country", "MY"),
        "",
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
    var came = ground.merchant.next("callback");
    var body = came.body().getBytes(StandardCharsets.UTF_8);
    var reading = adapter.open(Callback.post(Map.of(), body), gateway);
    return ((Reading.Genuine) reading).event();
  }

  private void play(String provider, String action) {
    ground.post("/sandbox/" + provider + "/play/TG-210-1001?action=" + action, "");
  }

  @Test
  void aGopayTopUpIsChargedPaidAndTold() throws InterruptedException {
    var adapter = new Midtrans();
    var order = order(Money.of(1_500_000, "IDR"));
    var start = (Start.Send) adapter.start(order, midtrans());

    var begun = adapter.read(Call.START, order, midtrans(), send(start.request()));

    assertThat(begun).isInstanceOf(CustomerRedirected.class);
    assertThat(ground.get(((CustomerRedirected) begun).to().url()).statusCode()).isEqualTo(200);
    assertThat(told(adapter, midtrans())).isInstanceOf(SalePending.class);

    play("midtrans", "pay");
    assertThat(told(adapter, midtrans())).isEqualTo(asked(adapter, order, midtrans()));
    assertThat(((SaleApproved) asked(adapter, order, midtrans())).paid()).isEqualTo(order.amount());
  }

  @Test
  void aGopayTopUpIsCancelled() throws InterruptedException {
    var adapter = new Midtrans();
    var order = order(Money.of(1_500_000, "IDR"));
    send(((Start.Send) adapter.start(order, midtrans())).request());

    var cancel = adapter.cancel(order, midtrans()).orElseThrow();

    assertThat(adapter.read(Call.CANCEL, order, midtrans(), send(cancel)))
        .isInstanceOf(SaleDeclined.class);
    assertThat(told(adapter, midtrans())).isInstanceOf(SalePending.class);
    assertThat(told(adapter, midtrans())).isInstanceOf(SaleDeclined.class);
  }

  private ProviderEvent asked(Provider adapter, Order order, Gateway gateway) {
    return adapter.read(Call.ASK, order, gateway, send(adapter.ask(order, gateway).orElseThrow()));
  }

  private HttpResponse<String> posted(TouchnGo adapter, Order order) {
    var start = (Start.Already) adapter.start(order, touchngo());
    var form = ((CustomerRedirected) start.event()).to();
    return ground.send(
        form.method(),
        form.url(),
        Playground.encoded(form.fields()),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  @Test
  void aTouchngoTopUpIsPaidAndTold() throws InterruptedException {
    var adapter = new TouchnGo();
    var order = order(Money.of(12550, "MYR"));

    assertThat(posted(adapter, order).statusCode()).isEqualTo(303);
    assertThat(asked(adapter, order, touchngo())).isInstanceOf(SalePending.class);

    play("touchngo", "pay");
    assertThat(told(adapter, touchngo())).isEqualTo(asked(adapter, order, touchngo()));
    assertThat(((SaleApproved) asked(adapter, order, touchngo())).paid()).isEqualTo(order.amount());
  }

  @Test
  void aTouchngoTopUpIsCancelledBeforeTheCustomerCame() {
    var adapter = new TouchnGo();
    var order = order(Money.of(12550, "MYR"));
    var cancel = adapter.cancel(order, touchngo()).orElseThrow();

    assertThat(adapter.read(Call.CANCEL, order, touchngo(), send(cancel)))
        .isInstanceOf(SaleDeclined.class);
    assertThat(posted(adapter, order).statusCode()).isEqualTo(409);
  }
}
