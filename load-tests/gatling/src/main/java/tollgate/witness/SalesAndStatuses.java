package tollgate.witness;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sales at a fixed rate, each followed by the question what became of it. Settings are properties:
 * witness.port, witness.sink (where webhooks may go), witness.rate, witness.seconds.
 */
public final class SalesAndStatuses extends Simulation {

  private static final String GATE = "http://127.0.0.1:" + Integer.getInteger("witness.port", 8080);
  private static final String HOOK =
      "http://127.0.0.1:" + Integer.getInteger("witness.sink", 8080) + "/hook";
  private static final int RATE = Integer.getInteger("witness.rate", 100);
  private static final int SECONDS = Integer.getInteger("witness.seconds", 10);

  private final GateWords words = new GateWords(HOOK);
  private final AtomicLong number = new AtomicLong();
  private final String series = "witness-" + Long.toString(System.nanoTime(), 36) + "-";

  /** As Gatling wants it: a simulation is what its constructor sets up. */
  public SalesAndStatuses() {
    var flow =
        scenario("sales and statuses")
            .exec(this::written)
            .exec(
                http("sale")
                    .post("/v2/payment/wallet/touchngo/sale")
                    .body(StringBody("#{sale}"))
                    .check(status().is(200)))
            .exec(
                http("status")
                    .post("/v2/payment/status")
                    .body(StringBody("#{status}"))
                    .check(status().is(200)));
    setUp(flow.injectOpen(constantUsersPerSec(RATE).during(SECONDS)))
        .protocols(http.baseUrl(GATE).contentTypeHeader("application/json").shareConnections());
  }

  private Session written(Session session) {
    var id = series + number.incrementAndGet();
    return session.set("sale", words.sale(id)).set("status", words.status(id));
  }
}
