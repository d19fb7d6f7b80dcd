package tollgate.engine;

class MemoryTimersTest extends TimersContract {

  private final MemoryUnderTest memory = new MemoryUnderTest();

  @Override
  protected StoreUnderTest store() {
    return memory;
  }
}
