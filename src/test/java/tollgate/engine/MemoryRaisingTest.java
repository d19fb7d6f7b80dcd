package tollgate.engine;

class MemoryRaisingTest extends RaisingContract {

  private final MemoryUnderTest memory = new MemoryUnderTest();

  @Override
  protected StoreUnderTest store() {
    return memory;
  }
}
