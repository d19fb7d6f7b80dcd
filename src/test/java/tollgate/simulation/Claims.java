package tollgate.simulation;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.UnaryOperator;
import tollgate.engine.Duty;
import tollgate.engine.Outbox;

/** Does something to the duties that are claimed. */
final class Claims extends BrokenOutbox {

  private final UnaryOperator<List<Duty>> twist;

  Claims(Outbox honest, UnaryOperator<List<Duty>> twist) {
    super(honest);
    this.twist = twist;
  }

  @Override
  public Future<List<Duty>> claim(int rowsMax) {
    return super.claim(rowsMax).map(twist);
  }
}
