package tollgate.sandbox;

import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.LongAdder;

/** What one provider says it did in all, whatever it has forgotten since: the auditors' figure. */
public final class Totals {

  private final String currency;
  private final LongAdder made = new LongAdder();
  private final LongAdder taken = new LongAdder();
  private final LongAdder takenMinorUnits = new LongAdder();
  private final LongAdder refunded = new LongAdder();
  private final LongAdder refundedMinorUnits = new LongAdder();
  private final LongAdder paidOut = new LongAdder();
  private final LongAdder paidOutMinorUnits = new LongAdder();

  public Totals(String currency) {
    this.currency = currency;
  }

  public void made() {
    made.increment();
  }

  public void taken(long minorUnits) {
    taken.increment();
    takenMinorUnits.add(minorUnits);
  }

  public void refunded(long minorUnits) {
    refunded.increment();
    refundedMinorUnits.add(minorUnits);
  }

  public void paidOut(long minorUnits) {
    paidOut.increment();
    paidOutMinorUnits.add(minorUnits);
  }

  JsonObject told() {
    return new JsonObject()
        .put("made", made.sum())
        .put("taken", taken.sum())
        .put("taken_minor", takenMinorUnits.sum())
        .put("refunded", refunded.sum())
        .put("refunded_minor", refundedMinorUnits.sum())
        .put("paid_out", paidOut.sum())
        .put("paid_out_minor", paidOutMinorUnits.sum())
        .put("currency", currency);
  }
}
