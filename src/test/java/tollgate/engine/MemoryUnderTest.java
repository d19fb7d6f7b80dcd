package tollgate.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The store in memory as the contract suites meet it. */
final class MemoryUnderTest implements StoreUnderTest {

  private static final AtomicLong PROJECTS = new AtomicLong(1000);

  private final VirtualClock clock = new VirtualClock();
  private final MemoryStore store = new MemoryStore(clock, Duration.ofSeconds(60));

  MemoryStore kept() {
    return store;
  }

  @Override
  public Payments payments() {
    return store.payments();
  }

  @Override
  public Outbox outbox() {
    return store.outbox();
  }

  @Override
  public Timers timers() {
    return store.timers();
  }

  @Override
  public Raising raising() {
    return store.raising();
  }

  @Override
  public Wallets wallets() {
    return store.wallets();
  }

  @Override
  public Refusals refusals() {
    return store.refusals();
  }

  @Override
  public Events events() {
    return store.events();
  }

  @Override
  public FirstAnswers firstAnswers() {
    return store.firstAnswers();
  }

  @Override
  public Register register() {
    return store.register();
  }

  @Override
  public Ids ids() {
    return store.ids();
  }

  @Override
  public Duration lease() {
    return store.lease();
  }

  @Override
  public void advance(Duration time) {
    clock.advance(time);
  }

  @Override
  public long newProject() {
    return PROJECTS.incrementAndGet();
  }
}
