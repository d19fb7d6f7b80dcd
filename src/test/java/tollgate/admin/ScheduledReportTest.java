package tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tollgate.engine.News;
import tollgate.money.Money;
import tollgate.outside.ReportVerticle;
import tollgate.outside.TimerOptions;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.Sales;
import tollgate.support.Postgres;

/** A manager asks for a report of every day, and the first one comes by itself. */
@Timeout(60)
class ScheduledReportTest {

  private static final String REPORTS = "/admin/v1/centres/demo/reports";
  private static final ZoneId ZONE = ZoneId.of("Asia/Kuala_Lumpur");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Pattern NEXT = Pattern.compile("\"next_at\":\"([^\"]+)\"");

  private static AdminServer server;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    server = new AdminServer(folder);
    var options = TimerOptions.USUAL;
    var verticle = new ReportVerticle(server.reports(), Duration.ofMillis(20), options);
    await(server.vertx.deployVerticle(verticle));
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void whatEndedInItsDayComesInItsFirstFile() {
    var wish =
        """
        {"name":"Days","projects":[210],"every":"daily","timezone":"Asia/Kuala_Lumpur",
         "fields":["payment_id","operation_status","initial_amount"]}
        """;
    var asked = server.send("POST", REPORTS, wish, "Tollgate-User", "ann");
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
    var one = REPORTS + "/" + asked.body().replaceAll("(?s)^\\{\"id\":(\\d+),.*", "$1");
    var next = next(asked);
    var due = next.minus(DAY);
    var today = due.atZone(ZONE).toLocalDate();
    var from = today.minusDays(1).atStartOfDay(ZONE).toInstant();
    var to = today.atStartOfDay(ZONE).toInstant();
    sold(from.minusNanos(1000));
    var first = sold(from);
    var second = sold(from.plus(Duration.ofHours(12)));
    sold(to);
    assertThat(server.get(one).body()).contains("\"files\":[]");

    aDayGoesBy();
    while (!server.get(one).body().contains("\"state\":\"made\"")) Thread.onSpinWait();

    var shown = server.get(one);
    assertThat(shown.body())
        .contains("\"number\":1", "\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"rows\":2")
        .doesNotContain("\"number\":2");
    assertThat(next(shown)).isEqualTo(next);
    var file = server.get(one + "/files/1");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("content-disposition").orElse("")).contains(".csv");
    assertThat(file.body())
        .isEqualTo(
            "\uFEFFpayment_id,operation_status,initial_amount\r\n"
                + "%s,success,5000\r\n%s,success,5000\r\n".formatted(name(first), name(second)));
  }

  /** Which is decided at this moment. */
  private static Payment.Id sold(Instant at) {
    var id = new Payment.Id(210, await(server.stores.operations().next()));
    var engine = server.engineAt(() -> at);
    var sale = Sales.SALE.of(Money.of(5000, "MYR")).through(1);
    await(engine.open(sale.open(id)));
    var paid = new SaleApproved(sale.terms(id).charged(), Sales.THEIRS + id.operation());
    await(engine.handle(News.of(id, paid)));
    return id;
  }

  private static String name(Payment.Id id) {
    var found = await(server.stores.payments().load(List.of(id))).get(id);
    return found.payment().terms().paymentId();
  }

  /** What is due is due by the database's clock, so instead of it the plan is moved. */
  private static void aDayGoesBy() {
    Postgres.execute(
        server.database.database(), "update report set next_at = next_at - interval '1 day'");
  }

  private static Instant next(HttpResponse<String> answer) {
    var found = NEXT.matcher(answer.body());
    assertThat(found.find()).as(answer.body()).isTrue();
    var next = Instant.parse(found.group(1));
    assertThat(next.atZone(ZONE).toLocalTime()).isEqualTo(LocalTime.of(0, 30));
    return next;
  }
}
