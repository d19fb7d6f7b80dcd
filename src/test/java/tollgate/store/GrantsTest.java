package tollgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.support.Postgres;

/** The gateway's own role cannot rewrite history, whatever a bug or an intruder asks of it. */
class GrantsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update posting set amount = 1",
        "delete from posting",
        "truncate posting",
        "update callback set body = ''",
        "delete from callback",
        "update webhook set body = ''",
        "delete from webhook",
        "update event set seq = 1",
        "delete from event_head",
        "delete from contradiction",
        "update completion set completed_at = now()",
        "delete from completion",
        "delete from payment",
        "delete from balance",
        "delete from wallet",
        "update owed_payment set amount = 1",
        "delete from owed_payment",
        "delete from owed_paid",
        "update wallet set customer_id = ''",
        "delete from gateway",
        "delete from project",
        "delete from settlement_centre",
        "delete from configuration",
        "insert into configuration values (false, 1, now())",
        "update configuration_change set who = ''",
        "delete from configuration_change",
        "insert into id_block values ('x', 1)",
        "drop table posting",
        "create table loot (x int)",
      })
  void theGatewayMayNot(String sql) {
    assertThatThrownBy(() -> asGateway(sql))
        .isInstanceOfSatisfying(
            SQLException.class,
            refused -> assertThat(refused.getSQLState()).as(sql).isEqualTo("42501"));
  }

  private static void asGateway(String sql) throws SQLException {
    var options = PgUnderTest.on(Postgres.EMBEDDED).options();
    var url = "jdbc:postgresql://localhost:%d/%s".formatted(options.port(), options.database());
    var password = options.password().reveal();
    try (var connection = DriverManager.getConnection(url, options.user(), password);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
