package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;

import io.vertx.core.Promise;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tollgate.json.Json;
import tollgate.store.DatabaseOptions;
import tollgate.support.Postgres;

/** Repeats that race each other on two nodes, and nodes that die amid them. */
@Timeout(90)
class RepeatsOnPostgresTest {

  private static final int PARALLEL = 64;
  private static final int ROUNDS = 20;

  private DatabaseOptions database;
  private GateNode one;
  private GateNode two;

  @BeforeEach
  void start() {
    database = Postgres.fresh();
    one = new GateNode(database);
    two = new GateNode(database);
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  private static Good sale(String paymentId) {
    return Good.named("sale", "").with("general.payment_id", Json.text(paymentId).encode());
  }

  private static String code(HttpResponse<byte[]> response) {
    return at(GateServer.read(response.body()), "code");
  }

  @Test
  void ofManyAtOnceOnTwoNodesOneIsDone() {
    for (int round = 0; round < ROUNDS; round++) {
      var key = "key-" + round;
      var sale = sale("P-" + round);
      var all = new ArrayList<CompletableFuture<HttpResponse<byte[]>>>();
      for (int i = 0; i < PARALLEL; i++) all.add((i % 2 == 0 ? one : two).post(sale, key));

      var taken = taken(all);
      assertThat(taken).as("answers of round %d", round).hasSize(1);
      assertThat(new String(two.post(sale, key).join().body(), UTF_8))
          .isEqualTo(taken.iterator().next());
    }
    assertThat(payments()).isEqualTo(ROUNDS);
  }

  /** The bodies of those that were taken; the others were told to come again. */
  private static Set<String> taken(List<CompletableFuture<HttpResponse<byte[]>>> all) {
    var taken = new HashSet<String>();
    for (var each : all) {
      var response = each.join();
      if (response.statusCode() == 200) taken.add(new String(response.body(), UTF_8));
      else assertThat(response.statusCode() + " " + code(response)).isEqualTo("409 601");
    }
    return taken;
  }

  /** Killed after its claim and before anything was begun. */
  @Test
  void whatADeadNodeNeverBeganIsBegunByAnother() {
    one.payments.before = Promise.<Void>promise().future();
    var never = one.post(sale("P-1"), "k");
    await("select count(*) from first_answer");
    one.kill();
    assertThat(never).failsWithin(Duration.ofSeconds(20));

    var early = two.post(sale("P-1"), "k").join();
    assertThat(early.statusCode() + " " + code(early)).isEqualTo("409 601");
    theLeaseEnds();
    var late = two.post(sale("P-1"), "k").join();

    assertThat(late.statusCode()).isEqualTo(200);
    assertThat(two.post(sale("P-1"), "k").join().body()).isEqualTo(late.body());
    assertThat(payments()).isEqualTo(1);
  }

  /** Killed after its commit and before its answer: nobody heard, and nothing is done twice. */
  @Test
  void whatADeadNodeDidIsNotDoneAgain() {
    var lost = Promise.<Void>promise();
    one.payments.after = lost.future();
    var never = one.post(sale("P-1"), "k");
    await("select count(*) from payment");
    one.kill();
    assertThat(never).failsWithin(Duration.ofSeconds(20));
    theLeaseEnds();

    var second = two.post(sale("P-1"), "k").join();

    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(at(GateServer.read(second.body()), "request_id"))
        .isEqualTo(two.find("P-1").terms().requestId());
    assertThat(payments()).isEqualTo(1);
    assertThat(two.post(sale("P-1"), "k").join().body()).isEqualTo(second.body());
  }

  private void theLeaseEnds() {
    Postgres.execute(
        database.database(),
        "update first_answer set lease_until = lease_until - interval '30 seconds'");
  }

  private long payments() {
    return Postgres.number(database.database(), "select count(*) from payment");
  }

  private void await(String count) {
    while (Postgres.number(database.database(), count) == 0) Thread.onSpinWait();
  }
}
