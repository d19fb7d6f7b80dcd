package tollgate.store;

import tollgate.engine.PaymentsContract;
import tollgate.engine.StoreUnderTest;
import tollgate.payment.Payment;
import tollgate.support.Postgres;

class PgPaymentsTest extends PaymentsContract {

  PgUnderTest under() {
    return PgUnderTest.on(Postgres.EMBEDDED);
  }

  @Override
  protected StoreUnderTest store() {
    return under();
  }

  @Override
  protected int contradictions(Payment.Id id) {
    var sql =
        "select count(*) from contradiction where project_id = %d and operation_id = %d"
            .formatted(id.project(), id.operation());
    return (int) under().number(sql);
  }
}
