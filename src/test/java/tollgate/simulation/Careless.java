package tollgate.simulation;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.UnaryOperator;
import tollgate.engine.Contradiction;
import tollgate.engine.Payments;
import tollgate.payment.Refusal;

/** Keeps nothing for a person to see of money that came a second time. */
final class Careless extends BrokenPayments {

  Careless(Payments honest) {
    super(honest, UnaryOperator.identity());
  }

  @Override
  public Future<Void> keep(List<Contradiction> contradictions) {
    return super.keep(contradictions.stream().filter(said -> !isSecondSum(said)).toList());
  }

  private static boolean isSecondSum(Contradiction contradiction) {
    return contradiction.refusal() == Refusal.CONTRADICTION
        && contradiction.said().startsWith("SaleApproved");
  }
}
