package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tollgate.engine.Payments;
import tollgate.engine.ProviderDesk;
import tollgate.engine.Stored;
import tollgate.payment.Payment;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Reference;
import tollgate.tenant.Gateway;

/** A desk that writes down what was handed over, and knows the payments that it is shown. */
final class FakeDesk implements ProviderDesk {

  private final Payments payments;
  private final List<String> heard = new ArrayList<>();

  FakeDesk(Payments payments) {
    this.payments = payments;
  }

  synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  synchronized void clear() {
    heard.clear();
  }

  @Override
  public synchronized Future<Answer> callback(Gateway gateway, Callback callback) {
    var signature = callback.headers().getOrDefault("x-signature", "");
    var verb = callback.method().equals("GET") ? "GET " : "";
    var form = new String(callback.form(), UTF_8);
    heard.add(gateway.number() + " " + signature + " " + verb + form);
    return Future.succeededFuture(new Answer(202, "text/plain; charset=utf-8", "OK"));
  }

  @Override
  public Future<Optional<Payment>> returned(Payment.Id id, String token) {
    return payments
        .load(List.of(id))
        .map(found ->
            Optional.ofNullable(found.get(id))
                .map(Stored::payment)
                .filter(it -> Reference.token(it.terms()).equals(token)));
  }
}
