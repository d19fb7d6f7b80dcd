package tollgate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tollgate.data.Column;
import tollgate.data.Completed;
import tollgate.data.Rhythm.Period;
import tollgate.data.Scope;
import tollgate.engine.Register;
import tollgate.payment.Payment;
import tollgate.tenant.Tenants;

/** A report of a million operations: never more than one page of it in memory. */
class LongReportTest {

  private static final int ROWS = 1_000_000;

  /** Operations without end, made when they are asked for; notes how far it was read ahead. */
  private static final class Generated implements Register {
    private long handedOut;

    @Override
    public Future<List<Completed>> after(Scope scope, Scope.Place place, int rowsMax) {
      var rows = Math.min(rowsMax, ROWS - place.operation());
      handedOut += rows;
      return Future.succeededFuture(
          LongStream.rangeClosed(place.operation() + 1, place.operation() + rows)
              .mapToObj(Generated::sale)
              .toList());
    }

    private static Completed sale(long number) {
      var sale = SALE.open(new Payment.Id(210, number)).payment();
      return new Completed(sale, null, AT, null);
    }

    @Override
    public Future<List<Completed>> newest(Scope scope, int skipped, int rowsMax) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<List<Completed>> ofPayment(long project, String paymentId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<List<Completed>> charged(List<Completed> completed) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<List<Balance>> balances(List<Long> projects) {
      throw new UnsupportedOperationException();
    }
  }

  /** Keeps how much it was given, and not what. */
  private static final class Counting implements Shelf {
    private final Generated register;
    private long rows;
    private long bytes;
    private int largest;
    private boolean isClaimed;
    private boolean isMade;

    Counting(Generated register) {
      this.register = register;
    }

    @Override
    public Future<Optional<Job>> claim(Duration lease) {
      if (isClaimed) return Future.succeededFuture(Optional.empty());

      isClaimed = true;
      var wish =
          new Report.Wish(
              "long", "ann", List.of(210L), ZoneOffset.UTC, null, null, Column.OPERATIONS, null);
      var period = new Period(AT, AT.plusSeconds(1));
      var report = new Report(1, "here", wish, null);
      return Future.succeededFuture(
          Optional.of(new Job(report, 1, period, 1, 0, new Scope.Place(AT, 0))));
    }

    @Override
    public Future<Boolean> put(Job job, Part part, Kept kept) {
      rows += part.rows();
      bytes += part.body().length();
      largest = Math.max(largest, part.body().length());
      assertThat(register.handedOut).as("nothing is read ahead").isEqualTo(rows);
      isMade = part.reached() == null;
      return Future.succeededFuture(true);
    }

    @Override
    public Future<Instant> now() {
      return Future.succeededFuture(AT);
    }

    @Override
    public Future<List<Report>> due(int rowsMax) {
      return Future.succeededFuture(List.of());
    }

    @Override
    public Future<Integer> sweep(int filesMax) {
      return Future.succeededFuture(0);
    }

    @Override
    public Future<Report> add(String centre, Report.Wish wish, Instant firstAt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<Report> addOnce(String centre, Report.Wish wish, Period period) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<List<Report>> list(String centre, int rowsMax) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<Optional<Report>> find(String centre, long id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<Boolean> stop(String centre, long id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<List<ReportFile>> files(long report, int rowsMax) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<Optional<ReportFile>> file(long report, int number) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<Optional<Buffer>> part(long report, int number, int part) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<Boolean> begin(Report due, Period period, Instant nextAt) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Future<Void> giveUp(Job job, Duration keepFor) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void isWrittenPageByPage() {
    var vertx = Vertx.vertx();
    var register = new Generated();
    var shelf = new Counting(register);
    var parts =
        new Reports.Parts(
            vertx,
            shelf,
            register,
            () -> Tenants.NONE,
            new ReportMeters(new SimpleMeterRegistry()));
    var reports = new Reports(parts, ReportOptions.USUAL);

    while (await(reports.step())) {}

    assertThat(shelf.isMade).isTrue();
    assertThat(shelf.rows).isEqualTo(ROWS);
    assertThat(shelf.bytes).isGreaterThan(100L * ROWS);
    assertThat(shelf.largest).isLessThan(1_000_000);
    await(vertx.close());
  }
}
