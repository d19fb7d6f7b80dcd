package tollgate.engine;

class MemoryLinkRacesTest extends LinkRacesContract {

  private final MemoryUnderTest memory = new MemoryUnderTest();

  @Override
  protected StoreUnderTest store() {
    return memory;
  }
}
