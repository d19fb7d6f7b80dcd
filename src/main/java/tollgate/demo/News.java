package tollgate.demo;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.util.function.Consumer;
import tollgate.json.Json;

/**
 * Tells those who wait, on whatever event loop of this process they do: the pages of a customer,
 * and the request that started a payment.
 */
final class News {

  private static final String CUSTOMER = "tollgate.demo.customer.";
  private static final String PAYMENT = "tollgate.demo.payment.";
  private static final DeliveryOptions HERE = new DeliveryOptions().setLocalOnly(true);

  private final Vertx vertx;

  News(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Tells the customer's open pages. */
  void tell(String customer, String event, Json data) {
    if (customer.isEmpty()) return;
    var frame = "event: " + event + "\ndata: " + data.encode() + "\n\n";
    vertx.eventBus().publish(CUSTOMER + customer, frame, HERE);
  }

  /** What the customer's pages are told from now on, as frames of an event stream. */
  MessageConsumer<String> hear(String customer, Consumer<String> page) {
    return vertx.eventBus().localConsumer(CUSTOMER + customer, told -> page.accept(told.body()));
  }

  /** Says that something is known of a payment. */
  void moved(String payment) {
    vertx.eventBus().publish(PAYMENT + payment, "", HERE);
  }

  /** Somebody who waits for a payment. The news may be there before they are asked for. */
  Waiting expect(String payment, Duration limit) {
    return new Waiting(vertx, PAYMENT + payment, limit);
  }

  /** Begins to listen when made; must be asked or dropped. */
  static final class Waiting {

    private final Promise<Void> heard = Promise.promise();
    private final MessageConsumer<String> consumer;
    private final Vertx vertx;
    private final long timer;

    private Waiting(Vertx vertx, String address, Duration limit) {
      this.vertx = vertx;
      consumer = vertx.eventBus().localConsumer(address, told -> drop());
      timer = vertx.setTimer(limit.toMillis(), late -> drop());
    }

    /** Succeeds with the first news, or when the time is over. */
    Future<Void> first() {
      return heard.future();
    }

    void drop() {
      if (!heard.tryComplete()) return;
      vertx.cancelTimer(timer);
      consumer.unregister();
    }
  }
}
