package tollgate.store;

import tollgate.engine.PaymentsContract;
import tollgate.engine.StoreUnderTest;
import tollgate.payment.Payment;

class PgPaymentsTest extends PaymentsContract {

  @Override
  protected StoreUnderTest store() {
    return PgUnderTest.SHARED;
  }

  @Override
  protected int contradictions(Payment.Id id) {
    var sql =
        "select count(*) from contradiction where project_id = %d and operation_id = %d"
            .formatted(id.project(), id.operation());
    return (int) PgUnderTest.SHARED.number(sql);
  }
}
