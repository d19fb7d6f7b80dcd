package tollgate.outside;

import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.Order;
import tollgate.provider.Provider;
import tollgate.provider.Provider.Call;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;

/**
 * Sends what an adapter writes, through bulkhead and breaker, and shows it what comes back. Nothing
 * else calls a provider.
 */
final class ProviderCaller {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderCaller.class);
  private static final int SERVER_ERROR = 500;

  /** What one call brought; {@code sick}: the provider itself is not well. */
  private record Said(ProviderEvent event, boolean sick) {}

  private final Provider provider;
  private final OutsideMeters meters;
  private final Courier courier;
  private final Bulkhead bulkhead;
  private final Breaker breaker;

  ProviderCaller(Vertx vertx, Provider provider, ProviderOptions options, OutsideMeters meters) {
    this.provider = provider;
    this.meters = meters;
    courier =
        new Courier(
            vertx,
            new Courier.Limits(
                options.connectTimeout(),
                options.callTimeout(),
                options.keepAlive(),
                options.connectionsMax(),
                options.replyBytesMax()));
    bulkhead = new Bulkhead(options.calls(), ProviderCaller::millis);
    breaker =
        new Breaker(
            vertx, provider.name(), options.breaker(), ProviderCaller::millis, this::breakerMoved);
    meters.watchBreaker(provider.name(), breaker::state);
    meters.watchBulkhead(provider.name(), bulkhead::inUse, bulkhead::waiting);
  }

  /** Fails with {@link Unsent} alone; silence and nonsense are {@link Doubtful}. */
  Future<ProviderEvent> call(Call call, Order order, Gateway gateway, Request request) {
    long start = System.nanoTime();
    return bulkhead
        .enter(() -> breaker.call(() -> send(call, order, gateway, request), Said::sick))
        .map(Said::event)
        .recover(ProviderCaller::inDoubt)
        .onComplete(result -> {
          var took = Duration.ofNanos(System.nanoTime() - start);
          var word = result.succeeded() ? word(result.result()) : "not_sent";
          meters.providerRequest(provider.name(), operation(call), word, took);
        });
  }

  Future<Void> close() {
    breaker.close();
    return courier.close();
  }

  private Future<Said> send(Call call, Order order, Gateway gateway, Request request) {
    try {
      var where = where(request);
      return courier
          .send(where, Buffer.buffer(request.body()))
          .map(reply -> read(call, order, gateway, reply));
    } catch (VertxException | IllegalArgumentException badAddress) {
      return Future.failedFuture(new Unsent(Code.NETWORK_ERROR, Courier.said(badAddress)));
    }
  }

  private static RequestOptions where(Request request) {
    var where =
        new RequestOptions()
            .setAbsoluteURI(request.url())
            .setMethod(HttpMethod.valueOf(request.method()));
    request.headers().forEach(where::putHeader);
    return where;
  }

  private Said read(Call call, Order order, Gateway gateway, Reply reply) {
    var event = understood(call, order, gateway, reply);
    // A doubtful word about a status may be its usual answer; to anything else it is a bad sign.
    boolean odd = event instanceof Doubtful && call == Call.START;
    return new Said(event, odd || reply.status() >= SERVER_ERROR);
  }

  private ProviderEvent understood(Call call, Order order, Gateway gateway, Reply reply) {
    try {
      return provider.read(call, order, gateway, reply);
    } catch (RuntimeException unreadable) {
      LOG.warn("{} cannot read a reply to {}", provider.name(), order.reference(), unreadable);
      return new Doubtful("unreadable");
    }
  }

  private static Future<ProviderEvent> inDoubt(Throwable failure) {
    return failure instanceof Unsent
        ? Future.failedFuture(failure)
        : Future.succeededFuture(new Doubtful(Courier.said(failure)));
  }

  private void breakerMoved(CircuitBreakerState to) {
    LOG.warn("breaker of {} is {}", provider.name(), to);
    meters.breakerMoved(provider.name(), to);
  }

  private static String operation(Call call) {
    return switch (call) {
      case START -> "start";
      case ASK -> "ask";
      case CANCEL -> "cancel";
    };
  }

  static String word(ProviderEvent event) {
    return switch (event) {
      case CustomerRedirected _ -> "redirected";
      case SaleApproved _ -> "approved";
      case SaleDeclined _ -> "declined";
      case SalePending _ -> "pending";
      case Doubtful _ -> "doubtful";
    };
  }

  private static long millis() {
    return System.nanoTime() / 1_000_000;
  }
}
