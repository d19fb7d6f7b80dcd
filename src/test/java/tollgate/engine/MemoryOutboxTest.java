package tollgate.engine;

import tollgate.payment.Effect;
import tollgate.payment.Payment;

class MemoryOutboxTest extends OutboxContract {

  private final MemoryUnderTest memory = new MemoryUnderTest();

  @Override
  protected StoreUnderTest store() {
    return memory;
  }

  @Override
  protected boolean isThere(Payment.Id payment, Effect effect) {
    return memory.kept().duties().stream()
        .anyMatch(duty -> duty.payment().equals(payment) && duty.effect() == effect);
  }
}
