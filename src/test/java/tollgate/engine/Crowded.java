package tollgate.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/** Has no room for anything, and should it be asked all the same, takes note of it. */
record Crowded(List<Duty> performed) implements Performer {

  static final Crowded FOR_TEN_SECONDS = new Crowded(new ArrayList<>());

  @Override
  public void perform(Duty duty) {
    performed.add(duty);
  }

  @Override
  public Duration busy(Payment payment, Effect effect) {
    return Duration.ofSeconds(10);
  }
}
