package tollgate.engine;

class MemoryEventsTest extends EventsContract {

  private final MemoryUnderTest memory = new MemoryUnderTest();

  @Override
  protected StoreUnderTest store() {
    return memory;
  }
}
