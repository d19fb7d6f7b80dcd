package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tollgate.engine.Engine;
import tollgate.engine.News;
import tollgate.engine.ProviderDesk;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.tenant.Gateway;

/**
 * A desk that keeps what it hears and answers no earlier: {@code project operation minor}, paid in
 * ringgit. What cannot be kept must come again.
 */
record KeepingDesk(Engine engine, AtomicInteger heard) implements ProviderDesk {

  @Override
  public Future<Answer> callback(Gateway gateway, Callback callback) {
    heard.incrementAndGet();
    var words = new String(callback.form(), UTF_8).split(" ", -1);
    var id = new Payment.Id(Long.parseLong(words[0]), Long.parseLong(words[1]));
    var paid = new SaleApproved(Money.of(Long.parseLong(words[2]), "MYR"), "theirs-" + words[1]);
    return engine
        .handle(News.of(id, paid))
        .map(_ -> new Answer(202, "text/plain; charset=utf-8", "OK"))
        .otherwise(_ -> Answer.text(503, "again"));
  }

  @Override
  public Future<Optional<Payment>> returned(Payment.Id payment, String token) {
    return Future.succeededFuture(Optional.empty());
  }
}
