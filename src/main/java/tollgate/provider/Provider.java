package tollgate.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.tenant.Gateway;
import tollgate.tenant.Method;

/**
 * What Tollgate must know of one provider. Pure: it writes and reads messages, and sends none, so
 * no adapter can wait, retry or forget a limit.
 *
 * <p>It may throw on bytes it cannot read; whoever calls it makes that {@code Doubtful}, never a
 * decline. The same order gives the same bytes: a retry carries the same key and moves no money
 * twice.
 */
public interface Provider {

  /** The name by which gateways choose this adapter. */
  String name();

  List<Method> methods();

  /** Names of the gateway's fields and keys without which nothing can be sent or verified. */
  Needs needs();

  /**
   * What is wrong with a gateway that has all it needs: what it is wrong with, such as {@code
   * fields.purse}, and the rule that it breaks.
   */
  default Map<String, String> mistakes(Gateway gateway) {
    return Map.of();
  }

  /** Why a method of this provider cannot go through this gateway of it; empty when it can. */
  default Optional<String> refuses(Method method, Gateway gateway) {
    return Optional.empty();
  }

  /** How a sale begins: with a message, or with the customer sent there at once. */
  Start start(Order order, Gateway gateway);

  /**
   * Asks what became of the order; empty where the protocol has no such question, and then the
   * limit time alone ends what nobody tells us of.
   */
  Optional<Request> ask(Order order, Gateway gateway);

  /**
   * Tells the provider that the customer can no longer pay; empty where the protocol has no word.
   */
  Optional<Request> cancel(Order order, Gateway gateway);

  /** What the provider's reply to one of our calls says of the sale; a reply may be signed too. */
  ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply);

  /** Who sent it comes first: only a genuine callback has an event to give. */
  Reading open(Callback callback, Gateway gateway);

  /**
   * By what a callback is believed, and what it claims, for a person who asks why it was taken as
   * it was. {@link #open} goes by the same {@link Proof}s, so that neither can become another thing
   * than the other.
   */
  Evidence evidence(Callback callback, Gateway gateway);

  /** What this provider wants to hear in answer to its callback, in its own bytes. */
  Answer answer(Verdict verdict, Callback callback);

  /**
   * Which payment a customer comes back from, where the address to come back to is fixed for a
   * whole account and cannot be ours for this payment: by the fields that we gave the provider on
   * the way.
   */
  default Optional<Came> returned(Callback callback, Gateway gateway) {
    return Optional.empty();
  }

  /** Its payouts, where it has them. */
  default Optional<Payouts> payouts() {
    return Optional.empty();
  }

  /** Its refunds, where it has them. */
  default Optional<Refunds> refunds() {
    return Optional.empty();
  }

  /** The same through one gateway: not every account with a provider may give money back. */
  default Optional<Refunds> refunds(Gateway gateway) {
    return refunds();
  }

  /** Which of our calls a reply belongs to. */
  enum Call {
    START,
    ASK,
    CANCEL
  }

  /** What became of a callback. */
  enum Verdict {
    /** Committed, or known already; to an inquiry: yes, it may be paid. */
    TAKEN,
    /**
     * Genuine, and against what was agreed or told before, such as another amount. It is kept for a
     * person: to hear it again mends nothing.
     */
    MISMATCH,
    /** An inquiry about what cannot be paid, or not this much. */
    UNWANTED,
    /** Not signed by the provider. */
    FORGED,
    /** Signed, but not a message of the protocol. */
    MALFORMED,
    /** About a payment that this gateway does not have. */
    UNKNOWN,
    /** Could not be kept now; it must come again. */
    BUSY
  }

  /** Who came back: {@code token} is what {@link Order#token()} was. */
  record Came(Payment.Id payment, String token) {}

  /** The fields and keys a gateway of this provider must have. */
  record Needs(List<String> fields, List<String> keys) {}

  /** How a sale begins. */
  sealed interface Start {
    record Send(Request request) implements Start {}

    record Already(ProviderEvent event) implements Start {}
  }
}
