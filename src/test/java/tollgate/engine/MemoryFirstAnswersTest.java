package tollgate.engine;

class MemoryFirstAnswersTest extends FirstAnswersContract {

  private final MemoryUnderTest memory = new MemoryUnderTest();

  @Override
  protected StoreUnderTest store() {
    return memory;
  }
}
