package tollgate.engine;

class MemoryRefusalsTest extends RefusalsContract {

  private final MemoryUnderTest memory = new MemoryUnderTest();

  @Override
  protected StoreUnderTest store() {
    return memory;
  }
}
