package tollgate.outside;

import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.PayoutApproved;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.PayoutPending;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundPending;
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

  /**
   * What one call brought.
   *
   * @param sick the provider itself is not well
   * @param held it did not go out, for a reason that is not the provider's
   */
  private record Said(ProviderEvent event, boolean sick, @Nullable Throwable held) {

    static Said heldBack(Throwable why) {
      return new Said(Doubtful.unheard("held back"), false, why);
    }

    Future<ProviderEvent> answer() {
      return held == null ? Future.succeededFuture(event) : Future.failedFuture(held);
    }
  }

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

  /**
   * A message and how the reply to it is read.
   *
   * @param operation by which word it is counted
   * @param reference of what it speaks, for our log
   * @param doubtIsSick whether a reply that says nothing clear is a bad sign: it may be the usual
   *     answer to a question
   * @param ready asked once there is a connection; only when it completes does a byte go out
   */
  record Message(
      String operation,
      String reference,
      Request request,
      Function<Reply, ProviderEvent> reader,
      boolean doubtIsSick,
      Supplier<Future<Void>> ready) {

    Message(
        String operation,
        String reference,
        Request request,
        Function<Reply, ProviderEvent> reader,
        boolean doubtIsSick) {
      this(operation, reference, request, reader, doubtIsSick, Future::succeededFuture);
    }

    /** The same, sent once this is ready. */
    Message once(Supplier<Future<Void>> isReady) {
      return new Message(operation, reference, request, reader, doubtIsSick, isReady);
    }
  }

  /**
   * Fails with {@link Unsent}, or as getting ready failed; silence and nonsense are {@link
   * Doubtful}.
   */
  Future<ProviderEvent> call(Call call, Order order, Gateway gateway, Request request) {
    return call(
        new Message(
            operation(call),
            order.reference(),
            request,
            reply -> provider.read(call, order, gateway, reply),
            call == Call.START));
  }

  /** The same for any message. */
  Future<ProviderEvent> call(Message message) {
    long start = System.nanoTime();
    return bulkhead
        .enter(() -> breaker.call(() -> send(message), Said::sick))
        .recover(ProviderCaller::inDoubt)
        .compose(Said::answer)
        .onComplete(result -> {
          var took = Duration.ofNanos(System.nanoTime() - start);
          var word = result.succeeded() ? word(result.result()) : "not_sent";
          meters.providerRequest(provider.name(), message.operation(), word, took);
        });
  }

  Future<Void> close() {
    breaker.close();
    return courier.close();
  }

  private Future<Said> send(Message message) {
    try {
      var where = where(message.request());
      return courier
          .send(where, Buffer.buffer(message.request().body()), message.ready())
          .map(reply -> read(message, reply))
          .recover(failure ->
              failure instanceof Courier.HeldBack held
                  ? Future.succeededFuture(Said.heldBack(held))
                  : Future.failedFuture(failure));
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

  private Said read(Message message, Reply reply) {
    var event = understood(message, reply);
    boolean odd = event instanceof Doubtful && message.doubtIsSick();
    boolean broken = reply.status() >= SERVER_ERROR;
    var said = broken && event instanceof Doubtful d ? Doubtful.unheard(d.why()) : event;
    return new Said(said, odd || broken, null);
  }

  private ProviderEvent understood(Message message, Reply reply) {
    try {
      return message.reader().apply(reply);
    } catch (RuntimeException unreadable) {
      LOG.warn("{} cannot read a reply to {}", provider.name(), message.reference(), unreadable);
      return Doubtful.unheard("unreadable");
    }
  }

  private static Future<Said> inDoubt(Throwable failure) {
    return failure instanceof Unsent
        ? Future.failedFuture(failure)
        : Future.succeededFuture(new Said(Doubtful.unheard(Courier.said(failure)), true, null));
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
      case SaleApproved _, PayoutApproved _, RefundApproved _ -> "approved";
      case SaleDeclined _, PayoutDeclined _, RefundDeclined _ -> "declined";
      case SalePending _, PayoutPending _, RefundPending _ -> "pending";
      case Doubtful _ -> "doubtful";
    };
  }

  private static long millis() {
    return System.nanoTime() / 1_000_000;
  }
}
