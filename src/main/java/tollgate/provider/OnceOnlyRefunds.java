package tollgate.provider;

import java.util.Optional;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.tenant.Gateway;

/**
 * Refunds of a provider that knows no repeat: what arrives twice is given back twice. {@link #send}
 * goes out once, and that it may have is committed before. When its reply is lost the provider is
 * asked, where it can be; otherwise the refund stays in doubt until a person knows.
 */
public interface OnceOnlyRefunds extends Refunds {

  /**
   * A call that must come before the refund, for its reply gives what {@link #send} needs; empty
   * where nothing is needed. It moves no money, so it may be repeated.
   */
  default Optional<Request> first(Wanted refund, Gateway gateway) {
    return Optional.empty();
  }

  /** What the reply to it says. */
  default First readFirst(Wanted refund, Gateway gateway, Reply reply) {
    throw new IllegalStateException("no call comes first");
  }

  /**
   * Asks what became of a refund that may have arrived; empty where the protocol has no such
   * question, or needs an id that {@link Wanted#providersId} does not have. It may be the message
   * itself where that is surely executed no second time, and only its refusal says too little.
   */
  Optional<Request> ask(Wanted refund, Gateway gateway);

  /**
   * What the reply to the question says, as {@link #read} does. "No such refund" is {@code
   * Doubtful}: our message may still be on its way.
   */
  ProviderEvent readAsked(Wanted refund, Gateway gateway, Reply reply);

  /** What the reply to the first call says. */
  sealed interface First {

    /** What {@link #send} finds in {@link Wanted#given}. */
    record Gives(String given) implements First {}

    /** A {@code RefundDeclined} ends the refund unsent; after all else the call is repeated. */
    record Says(ProviderEvent event) implements First {}
  }
}
