package tollgate.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tollgate.engine.StoreUnderTest.await;

import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tollgate.engine.News;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.Sales;

/** A merchant's server on loopback that writes down what it is told. */
final class Merchant {

  record Seen(Map<String, String> headers, String body, String path) {}

  final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
  private final World world;

  Merchant(World world) {
    this.world = world;
  }

  void answering(Consumer<HttpServerRequest> then) {
    world.answering(request ->
        request
            .body()
            .onSuccess(body -> {
              var headers =
                  request.headers().entries().stream()
                      .collect(
                          Collectors.toMap(
                              header -> header.getKey().toLowerCase(Locale.ROOT),
                              Map.Entry::getValue));
              seen.add(new Seen(headers, body.toString(UTF_8), request.uri()));
              then.accept(request);
            }));
  }

  /** A payment whose merchant must be told of its end; no provider is there to be called. */
  Payment.Id owed(Sales sale) {
    var id = world.sale(sale);
    await(world.engine.handle(News.of(id, new SaleDeclined(Code.PROVIDER_DECLINE, ""))));
    return id;
  }
}
