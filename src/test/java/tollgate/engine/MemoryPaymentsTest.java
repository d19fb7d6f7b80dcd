package tollgate.engine;

import tollgate.payment.Payment;

class MemoryPaymentsTest extends PaymentsContract {

  private final MemoryUnderTest memory = new MemoryUnderTest();

  @Override
  protected StoreUnderTest store() {
    return memory;
  }

  @Override
  protected int contradictions(Payment.Id id) {
    return (int)
        memory.kept().contradictions().stream().filter(c -> c.payment().equals(id)).count();
  }
}
