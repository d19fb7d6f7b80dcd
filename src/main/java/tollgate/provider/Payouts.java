package tollgate.provider;

import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.tenant.Gateway;

/**
 * How a provider pays out. Pure like the rest of it, and stricter: the same order must be executed
 * once however often it is sent, so its message carries a key by which the provider knows a repeat.
 * A provider without such a key has no payouts here.
 */
public interface Payouts {

  /** Pays {@code order.amount()} to {@code order.account()}. */
  Request send(Order order, Gateway gateway);

  /** Asks what became of it. */
  Request ask(Order order, Gateway gateway);

  /**
   * What a reply says: a {@code PayoutEvent} or {@code Doubtful}. "No such payout" in answer to a
   * question is {@code Doubtful}: our message may still be on its way.
   */
  ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply);

  /** Which of our messages a reply belongs to. */
  enum Call {
    SEND,
    ASK
  }
}
