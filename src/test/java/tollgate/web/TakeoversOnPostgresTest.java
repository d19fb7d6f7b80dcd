package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;

import io.vertx.core.Promise;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.store.DatabaseOptions;
import tollgate.support.Postgres;

/** Money leaves once, whoever dies over it: the next node finishes it, or finds it done. */
@Timeout(90)
class TakeoversOnPostgresTest {

  /** What leaves, and how it is counted. */
  enum Flow {
    PAYOUT("payment where kind = 2", "merchant", 10_000 - 6_000),
    REFUND("refund", "wallet:%", 12_550 - 2_500);

    private final String rows;
    private final String account;
    private final long left;

    Flow(String rows, String account, long left) {
      this.rows = rows;
      this.account = account;
      this.left = left;
    }

    Good request(String wallet) {
      return switch (this) {
        case PAYOUT -> Good.named("payout", wallet);
        case REFUND -> Good.named("refund", wallet).at("/v2/payment/wallet/taxi/refund");
      };
    }

    String requestId(GateNode node) {
      return switch (this) {
        case PAYOUT -> node.find("PO-1").terms().requestId();
        case REFUND -> node.find("TG-1").refunds().getFirst().wish().requestId();
      };
    }
  }

  private DatabaseOptions database;
  private GateNode one;
  private GateNode two;
  private String wallet;

  @BeforeEach
  void start() {
    database = Postgres.fresh();
    one = new GateNode(database);
    two = new GateNode(database);
    wallet = one.wallet("cust-88");
    paid("sale", "A", 10_000);
    paid("topup", "TG-1", 12_550);
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  private void paid(String name, String paymentId, long minor) {
    var good =
        Good.named(name, wallet)
            .with("general.payment_id", '"' + paymentId + '"')
            .with("payment.amount", Long.toString(minor));
    assertThat(one.post(good, "").join().statusCode()).isEqualTo(200);
    var theirs = new SaleApproved(Money.of(minor, "MYR"), "theirs-" + paymentId);
    one.happens(one.find(paymentId).id(), theirs);
  }

  /** Killed after its claim and before anything was begun. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void whatADeadNodeNeverBeganIsBegunByAnother(Flow flow) {
    one.payments.before = Promise.<Void>promise().future();
    one.payments.reached = false;
    var never = one.post(flow.request(wallet), "k");
    while (!one.payments.reached) Thread.onSpinWait();
    one.kill();
    assertThat(never).failsWithin(Duration.ofSeconds(20));

    var early = two.post(flow.request(wallet), "k").join();
    assertThat(early.statusCode() + " " + at(GateServer.read(early.body()), "code"))
        .isEqualTo("409 601");
    theLeaseEnds();
    assertDoneOnce(flow, two.post(flow.request(wallet), "k").join());
  }

  /** Killed after its commit and before its answer. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void whatADeadNodeDidIsNotDoneAgain(Flow flow) {
    one.payments.after = Promise.<Void>promise().future();
    var never = one.post(flow.request(wallet), "k");
    await(flow.rows);
    one.kill();
    assertThat(never).failsWithin(Duration.ofSeconds(20));
    theLeaseEnds();

    assertDoneOnce(flow, two.post(flow.request(wallet), "k").join());
  }

  private void assertDoneOnce(Flow flow, HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(at(GateServer.read(answer.body()), "request_id")).isEqualTo(flow.requestId(two));
    assertThat(two.post(flow.request(wallet), "k").join().body()).isEqualTo(answer.body());
    assertThat(count(flow.rows)).isEqualTo(1);
    var balance = "select amount from balance where account like '" + flow.account + "'";
    assertThat(Postgres.number(database.database(), balance)).isEqualTo(flow.left);
  }

  private void theLeaseEnds() {
    Postgres.execute(
        database.database(),
        "update first_answer set lease_until = lease_until - interval '30 seconds'");
  }

  private long count(String rows) {
    return Postgres.number(database.database(), "select count(*) from " + rows);
  }

  private void await(String rows) {
    while (count(rows) == 0) Thread.onSpinWait();
  }
}
