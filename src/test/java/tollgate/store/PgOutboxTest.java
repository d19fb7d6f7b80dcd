package tollgate.store;

import tollgate.engine.OutboxContract;
import tollgate.engine.StoreUnderTest;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

class PgOutboxTest extends OutboxContract {

  @Override
  protected StoreUnderTest store() {
    return PgUnderTest.SHARED;
  }

  @Override
  protected boolean isThere(Payment.Id payment, Effect effect) {
    var sql =
        "select count(*) from outbox where project_id = %d and operation_id = %d and effect = %d"
            .formatted(payment.project(), payment.operation(), effect.number());
    return PgUnderTest.SHARED.number(sql) == 1;
  }
}
