package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.support.Postgres;

/** Thousands that wait at once: for this node, for another, and while this one stops. */
@Timeout(90)
class ParkingOnPostgresTest {

  /** More than may wait for a connection to this database: they must not need one each. */
  private static final int WAITING = 4000;

  private static final int PAYMENTS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private GateNode here;
  private GateNode elsewhere;

  @BeforeEach
  void start() {
    var database = Postgres.fresh();
    here = new GateNode(database);
    elsewhere = new GateNode(database);
    for (int i = 0; i < PAYMENTS; i++) {
      assertThat(here.post(of("sale", i), "").join().statusCode()).isEqualTo(200);
    }
  }

  @AfterEach
  void stop() {
    here.close();
    elsewhere.close();
  }

  private static Good of(String kind, int i) {
    return Good.named(kind, "").with("general.payment_id", Json.text("P-" + i).encode());
  }

  /** All in one breath, at a node that has just begun. */
  private List<CompletableFuture<HttpResponse<byte[]>>> waiting() {
    var all = new ArrayList<CompletableFuture<HttpResponse<byte[]>>>();
    for (int i = 0; i < WAITING; i++) {
      all.add(here.post(of("status", i % PAYMENTS).at("/v2/payment/status?wait=30"), ""));
    }
    awaitParked(all);
    return all;
  }

  private void awaitParked(List<CompletableFuture<HttpResponse<byte[]>>> all) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (here.parked() != all.size() && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }

    assertThat(all.stream().filter(CompletableFuture::isDone)).as("answered too early").isEmpty();
    assertThat(here.parked()).isEqualTo(all.size());
  }

  private static void paid(GateNode where) {
    for (int i = 0; i < PAYMENTS; i++) {
      var payment = where.find("P-" + i).id();
      where.happens(payment, new SaleApproved(Money.of(12550, "MYR"), "x" + i));
    }
  }

  private void allHear(List<CompletableFuture<HttpResponse<byte[]>>> all, String status) {
    for (var each : all) {
      var body = GateServer.read(each.join().body());
      assertThat(at(body, "payment.status")).isEqualTo(status);
    }
    assertThat(here.parked()).isZero();
  }

  @Test
  void thousandsHearAtOnce() {
    var all = waiting();
    paid(here);
    allHear(all, "success");
  }

  @Test
  void thousandsHearOfAnotherNode() {
    var all = waiting();
    paid(elsewhere);
    allHear(all, "success");
  }

  @Test
  void thousandsAreAnsweredWhenTheNodeStops() {
    var all = waiting();
    here.stopListening();
    allHear(all, "processing");
  }
}
