package tollgate.outside;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Engine;
import tollgate.engine.Ids;
import tollgate.engine.Outbox;
import tollgate.engine.Payments;
import tollgate.payment.Payment;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.provider.Order;
import tollgate.provider.Provider;
import tollgate.provider.Refunds;
import tollgate.tenant.Tenants;

/**
 * One provider: its calls, its callbacks and the customers it sends back, on one event loop. A
 * provider that hangs holds this verticle's bulkhead and nobody else's.
 */
public final class ProviderVerticle extends VerticleBase {

  /**
   * What it works with.
   *
   * @param operations numbers for operations that we begin ourselves
   * @param publicUrl our own address, without a slash at the end
   * @param lease of the outbox: how long a duty is ours
   */
  public record Parts(
      Engine engine,
      Payments payments,
      Outbox outbox,
      Ids operations,
      Supplier<Tenants> tenants,
      OutsideMeters meters,
      String publicUrl,
      Duration lease) {

    /** What the provider is told of the payment in the message that is written now. */
    Order order(Payment payment) {
      return Order.of(payment, publicUrl, Stamps.SHARED.next());
    }

    /** The same of a refund. */
    Refunds.Wanted wanted(Sale sale, Refund refund) {
      return Refunds.Wanted.of(sale, refund, publicUrl, Stamps.SHARED.next());
    }
  }

  private final Provider provider;
  private final Parts parts;
  private final ProviderOptions options;
  private final InFlight inFlight = new InFlight();
  private @Nullable Staff staff;

  private record Staff(
      ProviderCaller caller,
      ProviderDuties duties,
      ProviderCallbacks callbacks,
      Returns returns,
      Runnable leave) {}

  /** {@link IllegalArgumentException} when the options do not fit the lease. */
  public ProviderVerticle(Provider provider, Parts parts, ProviderOptions options) {
    options.checkAgainst(parts.lease());
    this.provider = provider;
    this.parts = parts;
    this.options = options;
  }

  @Override
  public Future<?> start() {
    var caller = new ProviderCaller(vertx, provider, options, parts.meters());
    var questions = new Questions(provider, parts, caller);
    staff =
        new Staff(
            caller,
            new ProviderDuties(provider, parts, options.retry(), caller, questions),
            new ProviderCallbacks(provider, parts, questions),
            new Returns(vertx, parts, questions, options.returnWait()),
            new Bus(vertx).listen(Bus.provider(provider.name()), this::take));
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    if (staff == null) return Future.succeededFuture();

    var caller = staff.caller();
    staff.leave().run();
    return inFlight.empty(vertx, options.stopWait()).compose(_ -> caller.close());
  }

  private void take(Parcel parcel) {
    if (staff == null) return;

    switch (parcel) {
      case Parcel.Work work ->
          inFlight.track(staff.duties().perform(work.duty())).onComplete(_ -> work.slot().free());
      case Parcel.Arrived arrived ->
          inFlight
              .track(staff.callbacks().open(arrived.gateway(), arrived.callback()))
              .onComplete(arrived.said());
      case Parcel.CameBack back ->
          inFlight.track(staff.returns().of(back.payment())).onComplete(back.now());
    }
  }
}
