package tollgate.engine;

import java.time.Duration;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.payment.Sales;

/** A store in memory with payments in it, for those who may look and must not change a thing. */
public final class Ward {

  private static final Engine.Limits LIMITS = new Engine.Limits(1, 8, 20, 3);

  private final VirtualClock clock = new VirtualClock();
  private final MemoryStore store = new MemoryStore(clock, Duration.ofSeconds(60));
  private final Engine engine =
      new Engine(
          new Engine.Parts(
              store.payments(),
              store.outbox(),
              ContractGround::written,
              _ -> {},
              Watcher.NONE,
              clock),
          LIMITS);

  public void open(Payment.Id id, Sales sale) {
    done(engine.open(sale.open(id)).succeeded());
  }

  public void tell(Payment.Id id, PaymentEvent event) {
    done(engine.handle(News.of(id, event)).succeeded());
  }

  private static void done(boolean isDone) {
    if (!isDone) throw new IllegalStateException("not kept");
  }

  public void pass(Duration time) {
    clock.advance(time);
  }

  public VirtualClock clock() {
    return clock;
  }

  public Sight sight() {
    return store.payments();
  }

  /** Payments, book, outbox, webhooks with their numbers, contradictions, and all commits. */
  public String everything() {
    return String.join(
        "\n",
        store.allPayments().toString(),
        store.postings().toString(),
        store.balances().toString(),
        store.duties().toString(),
        store.webhooks().toString(),
        store.contradictions().toString(),
        store.journal().toString());
  }
}
