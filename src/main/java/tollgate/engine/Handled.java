package tollgate.engine;

import tollgate.payment.Decision;

/** What became of an event. A failed future beside it means: not kept, it must come again. */
public sealed interface Handled {

  /** Committed, when it changed anything. */
  record Decided(Decision decision) implements Handled {}

  /** There is no such payment, or not under the gateway that spoke of it. */
  record UnknownPayment() implements Handled {}
}
