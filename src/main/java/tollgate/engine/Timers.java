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

  /**
   * A payment whose time has come.
   *
   * @param asks how often its provider had been asked by then; two nodes that see it due see the
   *     same
   * @param limit the limit time has passed; otherwise the provider's word is due
   */
  record Due(Payment.Id payment, int asks, boolean limit) {}
}
