package tollgate.outside;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Starter;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.Sale;
import tollgate.provider.Order;
import tollgate.provider.Provider.Start;
import tollgate.provider.Providers;
import tollgate.tenant.Tenants;

/** Begins a sale whose adapter says by itself where the customer goes. Safe from any thread. */
public final class AtOnce implements Starter {

  private static final Logger LOG = LoggerFactory.getLogger(AtOnce.class);

  private final Providers providers;
  private final Supplier<Tenants> tenants;
  private final String publicUrl;

  /** {@code publicUrl} is our own address, without a slash at the end. */
  public AtOnce(Providers providers, Supplier<Tenants> tenants, String publicUrl) {
    this.providers = providers;
    this.tenants = tenants;
    this.publicUrl = publicUrl;
  }

  /** What an adapter trips over is left to the duty, which has an answer to it. */
  @Override
  public Optional<ProviderEvent> start(Sale sale) {
    var gateway = tenants.get().gateway(sale.terms().gateway());
    if (gateway == null) return Optional.empty();

    var provider = providers.named(gateway.provider());
    if (provider == null) return Optional.empty();

    try {
      var order = Order.of(sale, publicUrl, Stamps.SHARED.next());
      return switch (provider.start(order, gateway)) {
        case Start.Already(var event) -> Optional.of(event);
        case Start.Send _ -> Optional.empty();
      };
    } catch (RuntimeException ours) {
      LOG.warn("{} does not start {} at once", provider.name(), sale.id(), ours);
      return Optional.empty();
    }
  }
}
