package tollgate.store;

import org.junit.jupiter.api.BeforeAll;
import tollgate.engine.OutboxContract;
import tollgate.engine.StoreUnderTest;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.support.Postgres;

class PgOutboxTest extends OutboxContract {

  @BeforeAll
  static void alone() {
    PgUnderTest.on(Postgres.EMBEDDED).alone();
  }

  PgUnderTest under() {
    return PgUnderTest.on(Postgres.EMBEDDED);
  }

  @Override
  protected StoreUnderTest store() {
    return under();
  }

  @Override
  protected boolean isThere(Payment.Id payment, Effect effect) {
    var sql =
        "select count(*) from outbox where project_id = %d and operation_id = %d and effect = %d"
            .formatted(payment.project(), payment.operation(), effect.number());
    return under().number(sql) == 1;
  }
}
