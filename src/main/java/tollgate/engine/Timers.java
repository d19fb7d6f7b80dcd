package tollgate.engine;

import io.vertx.core.Future;
import java.util.List;
import tollgate.payment.Payment;

/** The payments whose time has come, by the database's clock. */
public interface Timers {

  /**
   * Due payments of this node's share, the longest due first; none is locked or claimed by this.
   */
  Future<List<Due>> due(int rowsMax);

  /** {@code limit}: the limit time has passed; otherwise the provider's word is due. */
  record Due(Payment.Id payment, boolean limit) {}
}
