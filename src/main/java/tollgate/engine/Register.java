package tollgate.engine;

import io.vertx.core.Future;
import java.util.List;
import tollgate.data.Completed;
import tollgate.data.Scope;
import tollgate.money.Money;

/**
 * Operations that have ended, for those who look at many. A page costs about as much as it has
 * rows, whatever the history; skipped rows cost a little each, so whoever lets others skip must
 * bound it.
 */
public interface Register {

  /** The operations that ended last first, after the first {@code skipped} of them. */
  Future<List<Completed>> newest(Scope scope, int skipped, int rowsMax);

  /** The operations that ended first, from this place on: how all of them are read. */
  Future<List<Completed>> after(Scope scope, Scope.Place place, int rowsMax);

  /** Those operations of a payment that have ended, by the merchant's id; in their own order. */
  Future<List<Completed>> ofPayment(long project, String paymentId);

  /** The same operations with what the book says of their money. */
  Future<List<Completed>> charged(List<Completed> completed);

  /** What the companies can pay out: a balance for every currency that ever moved. */
  Future<List<Balance>> balances(List<Long> projects);

  /** Of a company. */
  record Balance(long project, Money amount) {}
}
