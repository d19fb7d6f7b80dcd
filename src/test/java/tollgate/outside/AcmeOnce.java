package tollgate.outside;

import java.util.Map;
import java.util.Optional;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.provider.OnceOnlyRefunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;

/**
 * How {@link AcmePay} refunds where it knows no repeat: a ticket must be fetched first, {@code
 * ticket T-1}; then {@code refunded}, {@code no} or {@code pending R-1}, after whose id it can be
 * asked.
 */
final class AcmeOnce implements OnceOnlyRefunds {

  @Override
  public Optional<Request> first(Wanted refund, Gateway gateway) {
    return Optional.of(request("/ticket", refund.sale().reference(), gateway));
  }

  @Override
  public First readFirst(Wanted refund, Gateway gateway, Reply reply) {
    return reply.body().startsWith("ticket ")
        ? new First.Gives(reply.body().substring("ticket ".length()))
        : new First.Says(read(refund, gateway, reply));
  }

  @Override
  public Request send(Wanted refund, Gateway gateway) {
    return request("/refund", refund.given(), gateway);
  }

  @Override
  public ProviderEvent read(Wanted refund, Gateway gateway, Reply reply) {
    var words = reply.body().split(" ", 2);
    return switch (words[0]) {
      case "refunded" -> new RefundApproved(refund.operation(), "R-1");
      case "no" -> new RefundDeclined(refund.operation(), Code.ACQUIRER_BALANCE_SHORT);
      case "pending" -> new RefundPending(refund.operation(), words[1]);
      case String other -> new Doubtful(other);
    };
  }

  @Override
  public Optional<Request> ask(Wanted refund, Gateway gateway) {
    return refund.providersId().isEmpty()
        ? Optional.empty()
        : Optional.of(request("/asked", refund.providersId(), gateway));
  }

  @Override
  public ProviderEvent readAsked(Wanted refund, Gateway gateway, Reply reply) {
    return read(refund, gateway, reply);
  }

  private static Request request(String path, String about, Gateway gateway) {
    return new Request("POST", gateway.base() + path, Map.of("Idempotency-Key", about), about);
  }
}
