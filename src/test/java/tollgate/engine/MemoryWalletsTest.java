package tollgate.engine;

class MemoryWalletsTest extends WalletsContract {

  private final MemoryUnderTest memory = new MemoryUnderTest();

  @Override
  protected StoreUnderTest store() {
    return memory;
  }
}
