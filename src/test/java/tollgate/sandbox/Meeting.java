package tollgate.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.provider.Callback;
import tollgate.provider.Order;
import tollgate.provider.Provider;
import tollgate.provider.Provider.Call;
import tollgate.provider.Provider.Start;
import tollgate.provider.Reading;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.provider.Stamp;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

/**
 * One adapter on the playground of the sandbox, doing what the room {@code outside} would do. The
 * account there is made of the gateway's own fields and keys.
 */
final class Meeting implements AutoCloseable {

  private static final long GATEWAY = 7;

  final Playground ground;
  final Provider adapter;
  final Gateway gateway;
  private int nonces;

  Meeting(Provider adapter, Map<String, String> fields, Map<String, String> keys) {
    this(adapter, "", fields, keys);
  }

  /** {@code path}: where in the provider's sandbox the API begins. */
  Meeting(Provider adapter, String path, Map<String, String> fields, Map<String, String> keys) {
    this.adapter = adapter;
    var secrets = new java.util.HashMap<String, Secret>();
    keys.forEach((name, key) -> secrets.put(name, new Secret(key)));
    ground = new Playground(url -> Sandbox.account(adapter.name(), credentials(fields, keys, url)));
    var base = URI.create(ground.url() + "/sandbox/" + adapter.name() + path);
    gateway = new Gateway(GATEWAY, adapter.name(), base, fields, secrets, GatewayTerms.USUAL);
  }

  private static Credentials credentials(
      Map<String, String> fields, Map<String, String> keys, String callbackUrl) {
    return new Credentials(GATEWAY, fields, keys, callbackUrl);
  }

  /** Of 499.90 rubles; every order has a stamp of its own. */
  Order order(String description, String providersId) {
    return order(Money.of(49_990, "RUB"), description, providersId);
  }

  Order order(Money amount, String description, String providersId) {
    return new Order(
        "TG-212-1001",
        amount,
        description,
        Map.of("first_name", "Иван"),
        "",
        providersId,
        ground.merchant.url(),
        "http://shop.example/return/TG-212-1001/k3v9/",
        "k3v9",
        900,
        new Stamp(Instant.parse("2026-01-17T09:05:07Z"), "nonce-" + ++nonces));
  }

  Order orderOf(String roubles, String description) {
    return orderOf(Money.parse(roubles, Money.of(1, "RUB").currency()), description);
  }

  /** At the time that the sandbox's clock shows. */
  Order orderOf(Money amount, String description) {
    var order = order(amount, description, "");
    return new Order(
        order.reference(),
        amount,
        description,
        order.person(),
        "",
        "",
        order.callbackUrl(),
        order.returnUrl(),
        order.token(),
        order.limit(),
        new Stamp(Playground.BEGINS, order.stamp().nonce()));
  }

  ProviderEvent started(Order order) {
    return switch (adapter.start(order, gateway)) {
      case Start.Already(ProviderEvent event) -> event;
      case Start.Send(Request request) -> adapter.read(Call.START, order, gateway, send(request));
    };
  }

  ProviderEvent asked(Order order) {
    var request = adapter.ask(order, gateway).orElseThrow();
    return adapter.read(Call.ASK, order, gateway, send(request));
  }

  ProviderEvent cancelled(Order order) {
    var request = adapter.cancel(order, gateway).orElseThrow();
    return adapter.read(Call.CANCEL, order, gateway, send(request));
  }

  ProviderEvent refunded(Wanted wanted) {
    var refunds = adapter.refunds(gateway).orElseThrow();
    return refunds.read(wanted, gateway, send(refunds.send(wanted, gateway)));
  }

  ProviderEvent refunded(Order sale, long operation, String roubles) {
    var amount = Money.parse(roubles, sale.amount().currency());
    return refunded(new Wanted(sale, operation, "TG-212-" + operation, amount, ""));
  }

  /** The customer's browser goes where it is sent. */
  HttpResponse<String> browse(ProviderEvent event) {
    var to = ((CustomerRedirected) event).to();
    return to.method().equals("GET") ? ground.get(to.url()) : ground.form(to.url(), to.fields());
  }

  long total(String name) {
    return ground.json("/sandbox/" + adapter.name() + "/totals").getLong(name);
  }

  /** The next callback, opened. */
  Reading told() throws InterruptedException {
    var came = ground.merchant.next("callback");
    var body = came.body().getBytes(UTF_8);
    var headers =
        came.headers().entrySet().stream()
            .collect(
                Collectors.toMap(it -> it.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    return adapter.open(new Callback("POST", came.query(), headers, body), gateway);
  }

  void play(String action) {
    ground.post("/sandbox/" + adapter.name() + "/play/TG-212-1001?action=" + action, "");
  }

  Reply send(Request request) {
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

  @Override
  public void close() {
    ground.close();
  }
}
