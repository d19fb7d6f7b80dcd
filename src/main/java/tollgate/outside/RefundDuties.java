package tollgate.outside;

import io.vertx.core.Future;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Duty;
import tollgate.outside.ProviderCaller.Message;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.LateRefundRequested;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.provider.OnceOnlyRefunds;
import tollgate.provider.Provider;
import tollgate.provider.Refunds;
import tollgate.tenant.Gateway;

/**
 * Refunds towards one provider. The money is set aside already; the same message with the same key
 * goes out until the provider has decided, however long that takes. Where the provider knows no
 * repeat, it goes out once: see {@link OnceOnlyDuties}.
 */
final class RefundDuties {

  private static final Logger LOG = LoggerFactory.getLogger(RefundDuties.class);

  /** What the provider reads as the reason. */
  private static final String WHY_LATE = "paid after the decline";

  private final Provider provider;
  private final ProviderVerticle.Parts parts;
  private final ProviderCaller caller;
  private final Endings endings;
  private final OnceOnlyDuties onceOnly;

  RefundDuties(
      Provider provider, ProviderVerticle.Parts parts, ProviderCaller caller, Endings endings) {
    this.provider = provider;
    this.parts = parts;
    this.caller = caller;
    this.endings = endings;
    onceOnly = new OnceOnlyDuties(provider, parts, caller, endings);
  }

  /**
   * Money that came late is to go back. Where the provider has no refunds it waits for a person, as
   * if the policy had been to hold it. Asked for twice, the second refund finds nothing left.
   */
  Future<Void> begin(Duty duty, Gateway gateway) {
    if (provider.refunds(gateway).isEmpty()) {
      LOG.warn("{}: paid late, and {} has no refunds", duty.payment().id(), provider.name());
      return endings.done(duty);
    }
    return parts
        .operations()
        .next()
        .compose(
            operation -> endings.tell(duty, new LateRefundRequested(request(duty, operation))));
  }

  /** Nobody asked for it, so it goes by the request that began the sale. */
  private static Refund.Request request(Duty duty, long operation) {
    var wish = new Refund.Wish(duty.payment().terms().requestId(), null, WHY_LATE, null);
    return new Refund.Request(operation, null, wish, ZoneOffset.UTC);
  }

  Future<Void> perform(Duty duty, Gateway gateway) {
    var refund = duty.payment().refund(duty.operation().operation());
    if (!(duty.payment() instanceof Sale sale) || refund == null || !refund.isInFlight()) {
      return endings.done(duty);
    }
    var refunds = provider.refunds(gateway);
    if (refunds.isEmpty()) return endings.tell(duty, cannot(refund));

    var wanted = parts.wanted(sale, refund);
    try {
      return refunds.get() instanceof OnceOnlyRefunds once
          ? onceOnly.perform(duty, new OnceOnlyDuties.Case(refund, wanted, once, gateway))
          : send(duty, message(refunds.get(), wanted, gateway));
    } catch (RuntimeException ours) {
      LOG.error("{} cannot refund {}", provider.name(), duty.operation(), ours);
      return endings.inDoubt(duty);
    }
  }

  private static Message message(Refunds refunds, Refunds.Wanted wanted, Gateway gateway) {
    return new Message(
        "refund",
        wanted.key(),
        refunds.send(wanted, gateway),
        reply -> refunds.read(wanted, gateway, reply),
        true);
  }

  private Future<Void> send(Duty duty, Message message) {
    return caller
        .call(message)
        .compose(event -> said(duty, event), failure -> endings.unsent(duty, failure));
  }

  private Future<Void> said(Duty duty, ProviderEvent event) {
    var decided = event instanceof RefundApproved || event instanceof RefundDeclined;
    if (decided) return endings.tell(duty, event);

    LOG.warn("{}: refund in doubt: {}", duty.operation(), event);
    return endings.undecided(duty, event);
  }

  private static PaymentEvent cannot(Refund refund) {
    return new RefundDeclined(refund.operation(), Code.NOT_SUPPORTED_BY_PROVIDER);
  }
}
