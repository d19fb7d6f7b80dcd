package tollgate.outside;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import tollgate.engine.News;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.CustomerReturned;

/** The customer is back and waits before a screen: the provider is asked, but not for long. */
final class Returns {

  private final Vertx vertx;
  private final ProviderVerticle.Parts parts;
  private final Questions questions;
  private final Duration patience;

  Returns(Vertx vertx, ProviderVerticle.Parts parts, Questions questions, Duration patience) {
    this.vertx = vertx;
    this.parts = parts;
    this.questions = questions;
    this.patience = patience;
  }

  /** The payment as it is after the provider's word, or after a short wait for it. */
  Future<Payment> of(Payment payment) {
    if (!payment.isOpen()) return Future.succeededFuture(payment);

    return noted(payment).compose(_ -> asked(payment)).compose(_ -> now(payment));
  }

  /** A failure here changes nothing for the customer: the question follows all the same. */
  private Future<Void> noted(Payment payment) {
    return parts
        .engine()
        .handle(News.of(payment.id(), new CustomerReturned()))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  private Future<Void> asked(Payment payment) {
    var promise = Promise.<Void>promise();
    var timer = vertx.setTimer(patience.toMillis(), _ -> promise.tryComplete());
    questions
        .askAndTell(payment)
        .onComplete(_ -> {
          vertx.cancelTimer(timer);
          promise.tryComplete();
        });
    return promise.future();
  }

  private Future<Payment> now(Payment payment) {
    return parts
        .payments()
        .load(List.of(payment.id()))
        .map(found -> {
          var stored = found.get(payment.id());
          return stored == null ? payment : stored.payment();
        });
  }
}
