package tollgate.outside;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Callers;
import tollgate.engine.Payments;
import tollgate.engine.ProviderDesk;
import tollgate.payment.Payment;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Provider.Verdict;
import tollgate.provider.Providers;
import tollgate.provider.Reference;
import tollgate.signing.Hmac;
import tollgate.tenant.Gateway;
import tollgate.tenant.Tenants;

/** Hands callbacks and returning customers to the verticle of their provider, and waits for it. */
public final class Desk implements ProviderDesk {

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  private final Bus bus;
  private final Payments payments;
  private final Supplier<Tenants> tenants;
  private final Providers providers;

  public Desk(Vertx vertx, Payments payments, Supplier<Tenants> tenants, Providers providers) {
    bus = new Bus(vertx);
    this.payments = payments;
    this.tenants = tenants;
    this.providers = providers;
  }

  @Override
  public Future<Answer> callback(Gateway gateway, Callback callback) {
    return asked(gateway, (Promise<Answer> said) -> new Parcel.Arrived(gateway, callback, said))
        .otherwise(failure -> {
          LOG.warn("callback of gateway {} not taken", gateway.number(), failure);
          return busy(gateway, callback);
        });
  }

  @Override
  public Future<Optional<Payment>> returned(Payment.Id id, String token) {
    return payments
        .load(List.of(id))
        .compose(found -> {
          var stored = found.get(id);
          if (stored == null || !isToken(stored.payment(), token)) {
            return Future.succeededFuture(Optional.empty());
          }
          return cameBack(stored.payment()).map(Optional::of);
        });
  }

  /** Nobody to ask is no reason to turn the customer away: they see the payment as it was. */
  private Future<Payment> cameBack(Payment payment) {
    var gateway = tenants.get().gateway(payment.terms().gateway());
    if (gateway == null) return Future.succeededFuture(payment);

    return asked(gateway, (Promise<Payment> now) -> new Parcel.CameBack(payment, now))
        .otherwise(payment);
  }

  /** Every verticle answers within its own limits, or the connection of who waits ends it. */
  private <T> Future<T> asked(Gateway gateway, Function<Promise<T>, Parcel> question) {
    var address = Bus.provider(gateway.provider());
    var answer = Promise.<T>promise();
    var heard = Callers.context(answer);
    return bus.send(address, question.apply(answer))
        ? heard
        : Future.failedFuture("nobody at " + address);
  }

  private static boolean isToken(Payment payment, String token) {
    return Hmac.sameInConstantTime(Reference.token(payment.terms()), token);
  }

  private Answer busy(Gateway gateway, Callback callback) {
    var provider = providers.named(gateway.provider());
    return provider == null ? Answer.text(503, "again") : provider.answer(Verdict.BUSY, callback);
  }
}
